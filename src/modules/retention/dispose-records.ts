import { disposeAccounts } from '#modules/accounts';
import { disposeAwards } from '#modules/awards';
import { disposeCases, disposeIncidentMembers, jobIdsOf } from '#modules/cases';
import { disposeAboutCases, disposeContacts, disposeMessages, markIdsOf } from '#modules/contacts';
import type { RecordKind } from '#modules/councils';
import { disposeCustomers } from '#modules/customers';
import { decisionIdsOf, disposeDecisions } from '#modules/decisions';
import { disposeFilesOf, disposeOriginals, disposeShown } from '#modules/documents';
import { disposeEvidence, evidenceIdsOf } from '#modules/evidence';
import { disposeFeedback } from '#modules/feedback';
import { disposeSubmissions } from '#modules/forms';
import { disposeHandOvers } from '#modules/handovers';
import { disposeMarkers } from '#modules/places';
import { disposePromises } from '#modules/promises';
import { disposeLinks } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { type Counts, deleteInOrder, sumCounts } from '#platform/delete-rows';
import { forgetTraces } from '#platform/forget-traces';

export interface Disposal {
  counts: Counts;
  /** Files whose bytes are to be removed once the transaction stands. */
  keys: string[];
}

interface Doomed {
  councilId: string;
  ids: readonly string[];
}

type Dispose = (tx: Tx, clock: Clock, doomed: Doomed) => Promise<Disposal>;

/** How each kind of record goes: its own rows, all that hangs on them alone, and what the house remembers of them. */
export const DISPOSE: Record<RecordKind, Dispose> = {
  case: (tx, _clock, doomed) => disposeCase(tx, doomed),
  contact: (tx, _clock, doomed) => disposeContact(tx, doomed),
  customer: (tx, _clock, doomed) => disposeCustomer(tx, doomed),
  async submission(tx, _clock, { councilId, ids }) {
    const files = await disposeFilesOf(tx, councilId, ids);
    const rows = await disposeSubmissions(tx, councilId, { column: 'id', ids });
    return { counts: sumCounts(files.counts, rows), keys: files.keys };
  },
  photo: (tx, clock, { councilId, ids }) => disposeShown(tx, clock, councilId, ids),
  'sealed-original': (tx, clock, { councilId, ids }) => disposeOriginals(tx, clock, councilId, ids),
  async message(tx, _clock, { councilId, ids }) {
    const rows = await disposeMessages(tx, councilId, ids);
    return { counts: sumCounts(rows, await forgetTraces(tx, councilId, ids)), keys: [] };
  },
  async audit(tx, _clock, { councilId, ids }) {
    return { counts: await deleteInOrder(tx, councilId, [['audit_entries', 'id', ids]]), keys: [] };
  },
  async feedback(tx, _clock, { councilId, ids }) {
    return { counts: await disposeFeedback(tx, councilId, ids), keys: [] };
  },
  'raw-mail': nothing,
  'import-side-file': nothing,
};

async function disposeCase(tx: Tx, { councilId, ids }: Doomed): Promise<Disposal> {
  const marks = await markIdsOf(tx, councilId, ids);
  const evidence = await evidenceIdsOf(tx, councilId, ids);
  const { decisionIds, reviewIds } = await decisionIdsOf(tx, councilId, ids);
  const subjects = [
    ...ids,
    ...marks,
    ...evidence,
    ...decisionIds,
    ...reviewIds,
    ...(await jobIdsOf(tx, councilId, ids)),
  ];
  const files = await disposeFilesOf(tx, councilId, subjects);
  const about = await disposeAboutCases(tx, councilId, ids);
  const answers = await disposeSubmissions(tx, councilId, { column: 'case_id', ids });
  const promises = await disposePromises(tx, councilId, subjects);
  const links = await disposeLinks(tx, councilId, subjects);
  const awarded = await disposeAwards(tx, councilId, ids);
  const handed = await disposeHandOvers(tx, councilId, ids);
  const shown = await disposeEvidence(tx, councilId, evidence);
  const decided = await disposeDecisions(tx, councilId, ids);
  const rows = await disposeCases(tx, councilId, ids);
  const traces = await forgetTraces(tx, councilId, [
    ...subjects,
    ...promises.promiseIds,
    ...about.messageIds,
    ...handed.handOverIds,
    ...awarded.awardIds,
  ]);
  const counts = sumCounts(
    rows,
    handed.counts,
    awarded.counts,
    shown,
    decided,
    files.counts,
    about.counts,
    answers,
    promises.counts,
    links,
    traces,
  );
  return { counts, keys: files.keys };
}

async function disposeContact(tx: Tx, { councilId, ids }: Doomed): Promise<Disposal> {
  const files = await disposeFilesOf(tx, councilId, ids);
  const marks = await markIdsOf(tx, councilId, ids);
  const promises = await disposePromises(tx, councilId, [...ids, ...marks]);
  const members = await disposeIncidentMembers(tx, councilId, { column: 'contact_id', ids });
  const links = await disposeLinks(tx, councilId, ids);
  const rows = await disposeContacts(tx, councilId, ids);
  const traces = await forgetTraces(tx, councilId, [...ids, ...marks, ...rows.messageIds, ...promises.promiseIds]);
  const counts = sumCounts(rows.counts, files.counts, promises.counts, members, links, traces);
  return { counts, keys: files.keys };
}

async function disposeCustomer(tx: Tx, { councilId, ids }: Doomed): Promise<Disposal> {
  const files = await disposeFilesOf(tx, councilId, ids);
  const members = await disposeIncidentMembers(tx, councilId, { column: 'customer_id', ids });
  const markers = await disposeMarkers(tx, councilId, ids);
  const links = await disposeLinks(tx, councilId, ids);
  const accounts = await disposeAccounts(tx, councilId, ids);
  const rows = await disposeCustomers(tx, councilId, ids);
  const traces = await forgetTraces(tx, councilId, ids);
  return { counts: sumCounts(rows, accounts, files.counts, members, markers, links, traces), keys: files.keys };
}

function nothing(): Promise<Disposal> {
  return Promise.resolve({ counts: {}, keys: [] });
}
