import { sql } from 'kysely';
import type { ActorRef } from '#platform/actor';
import { recordRead } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { prepared } from '#platform/prepared';
import { ownRecordIds } from './is-own-record.ts';
import { mayReadCustomers } from './policy.ts';

export interface CustomerView {
  id: string;
  /** All the records that are this person. */
  clusterId: string;
  recordIds: string[];
  kind: 'person' | 'organisation';
  type: string;
  name: string;
  givenName: string | null;
  familyName: string | null;
  bornOn: string | null;
  uprn: number | null;
  address: string | null;
  postcode: string | null;
  language: string | null;
  interpreter: boolean;
  accessNeed: string | null;
  emailAskedAt: Date | null;
  reaches: { id: string; kind: string; value: string; isPreferred: boolean; verifiedAt: Date | null }[];
  needs: {
    id: string;
    kind: string;
    reason: string;
    detail: string | null;
    assessedAt: Date;
    assessedBy: string;
    reviewOn: string;
    isReviewDue: boolean;
  }[];
  notes: { id: string; note: string; at: Date; by: string }[];
  merges: { id: string; mergedAt: Date }[];
}

type ViewResult =
  | { ok: true; customer: CustomerView }
  | { ok: false; refusal: 'not-allowed' | 'not-found' | 'own-record' };

/**
 * Everything on record of one person, over all records that are them. The read is logged with its purpose, in the field's
 * words: "answering a call", "working a case". Refuses staff their own record as a resident.
 */
export async function customerView(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { customerId, purpose }: { customerId: string; purpose: string },
): Promise<ViewResult> {
  if (!mayReadCustomers(actor)) return { ok: false, refusal: 'not-allowed' };
  const asked = { councilId: actor.councilId, customerId };
  const [customer, records, readersOwn] = await Promise.all([
    selectCustomer.first(tx, asked),
    selectRecords.all(tx, asked),
    ownRecordIds(tx, actor),
  ]);
  if (!customer) return { ok: false, refusal: 'not-found' };
  if (readersOwn.includes(customerId)) return { ok: false, refusal: 'own-record' };
  await recordRead(tx, clock, actor, { act: 'customer.read', subjectType: 'customer', subjectId: customerId, purpose });
  const recordIds = records.map(({ id }) => id);
  const own = { councilId: actor.councilId, recordIds, today: clock.now().toISOString().slice(0, 10) };
  const [reaches, needs, notes, merges] = await Promise.all([
    selectReaches.all(tx, own),
    needsOf(tx, own),
    notesOf(tx, own),
    selectMerges.all(tx, { councilId: actor.councilId, clusterId: customer.cluster_id }),
  ]);
  return {
    ok: true,
    customer: {
      id: customer.id,
      clusterId: customer.cluster_id,
      recordIds,
      kind: customer.kind,
      type: customer.type,
      name: customer.name,
      givenName: customer.given_name,
      familyName: customer.family_name,
      bornOn: customer.born_on,
      uprn: customer.uprn,
      address: customer.address,
      postcode: customer.postcode,
      language: customer.language,
      interpreter: customer.interpreter,
      accessNeed: customer.access_need,
      emailAskedAt: customer.email_asked_at,
      reaches,
      needs,
      notes,
      merges,
    },
  };
}

interface Records {
  councilId: string;
  recordIds: string[];
}

interface One {
  councilId: string;
  customerId: string;
}

const selectCustomer = prepared((tx, { councilId, customerId }: One) =>
  tx.selectFrom('customers').selectAll().where('council_id', '=', councilId).where('id', '=', customerId),
);

/** All the records that are the same person, the oldest first. */
const selectRecords = prepared((tx, { councilId, customerId }: One) =>
  tx
    .selectFrom('customers')
    .select('id')
    .where('council_id', '=', councilId)
    .where('cluster_id', '=', (eb) =>
      eb.selectFrom('customers').select('cluster_id').where('council_id', '=', councilId).where('id', '=', customerId),
    )
    .orderBy('made_at'),
);

const selectReaches = prepared((tx, { councilId, recordIds }: Records) =>
  tx
    .selectFrom('customer_reaches')
    .select(['id', 'kind', 'value', 'is_preferred as isPreferred', 'verified_at as verifiedAt'])
    .where('council_id', '=', councilId)
    .where(sql<boolean>`customer_id = any(${recordIds})`)
    .where('ended_at', 'is', null)
    .orderBy('is_preferred', 'desc')
    .orderBy('since', 'desc'),
);

async function needsOf(tx: Tx, own: Records & { today: string }): Promise<CustomerView['needs']> {
  const rows = await selectNeeds.all(tx, own);
  return rows.map(({ name, ...need }) => ({
    ...need,
    assessedBy: name ?? 'a former colleague',
    isReviewDue: need.reviewOn <= own.today,
  }));
}

const selectNeeds = prepared((tx, { councilId, recordIds }: Records) =>
  tx
    .selectFrom('customer_needs as n')
    .leftJoin('staff_members as s', (join) =>
      join.onRef('s.council_id', '=', 'n.council_id').onRef('s.id', '=', 'n.assessed_by'),
    )
    .select(['n.id', 'n.kind', 'n.reason', 'n.detail', 'n.assessed_at as assessedAt', 's.name'])
    .select('n.review_on as reviewOn')
    .where('n.council_id', '=', councilId)
    .where(sql<boolean>`n.customer_id = any(${recordIds})`)
    .where('n.ended_at', 'is', null)
    .orderBy('n.assessed_at', 'desc'),
);

async function notesOf(tx: Tx, own: Records): Promise<CustomerView['notes']> {
  const rows = await selectNotes.all(tx, own);
  return rows.map(({ name, ...note }) => ({ ...note, by: name ?? 'a former colleague' }));
}

const selectNotes = prepared((tx, { councilId, recordIds }: Records) =>
  tx
    .selectFrom('customer_notes as n')
    .leftJoin('staff_members as s', (join) =>
      join.onRef('s.council_id', '=', 'n.council_id').onRef('s.id', '=', 'n.by'),
    )
    .select(['n.id', 'n.note', 'n.at', 's.name'])
    .where('n.council_id', '=', councilId)
    .where(sql<boolean>`n.customer_id = any(${recordIds})`)
    .where('n.ended_at', 'is', null)
    .orderBy('n.at', 'desc'),
);

const selectMerges = prepared((tx, { councilId, clusterId }: { councilId: string; clusterId: string }) =>
  tx
    .selectFrom('customer_merges')
    .select(['id', 'merged_at as mergedAt'])
    .where('council_id', '=', councilId)
    .where('kept_cluster_id', '=', clusterId)
    .where('undone_at', 'is', null)
    .orderBy('merged_at', 'desc'),
);
