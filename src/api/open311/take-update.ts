import { addToCase, type CaseRow, confirmFixed, findCase, reopenCase } from '#modules/cases';
import { recordContact } from '#modules/contacts';
import type { MachineActor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { Open311Error } from './open311-error.ts';
import { postedDescription, postedParty } from './posted-request.ts';
import { mediaLinks, queueMedia } from './queue-media.ts';
import { instant, one } from './read-query.ts';

type Fields = Readonly<Record<string, readonly string[]>>;

const STATUSES = [
  'OPEN',
  'CLOSED',
  'FIXED',
  'INVESTIGATING',
  'IN_PROGRESS',
  'ACTION_SCHEDULED',
  'NO_FURTHER_ACTION',
  'DUPLICATE',
  'NOT_COUNCILS_RESPONSIBILITY',
  'INTERNAL_REFERRAL',
];

/**
 * Take what somebody added on another site: a comment, "it is fixed", or "it is not fixed", which opens the case again.
 * A status never ends anything here: that needs evidence from whoever does the work. The client's id comes once.
 * Answers with our id of the update.
 */
export async function takeUpdate(tx: Tx, clock: Clock, actor: MachineActor, fields: Fields): Promise<string> {
  const named = one(fields, 'service_request_id');
  const theirs = one(fields, 'update_id') ?? one(fields, 'update_id_ext');
  const status = statusOf(fields);
  const text = postedDescription(fields);
  const links = mediaLinks(fields);
  instant(fields, 'updated_datetime');
  if (named === undefined) throw new Open311Error(400, 'service_request_id is missing.');
  if (theirs === undefined)
    throw new Open311Error(400, 'update_id is missing: without it the same update could come twice.');
  const itsCase = await findCase(tx, actor.councilId, named);
  if (!itsCase || itsCase.public_state === 'private' || itsCase.id === named)
    throw new Open311Error(404, 'service_request_id was not found.');
  const [party] = postedParty(fields);
  const contact = await recordContact(tx, clock, actor, {
    channel: 'machine',
    direction: 'in',
    handled: 'automatic',
    givenName: party?.name,
    givenEmail: party?.email,
    givenPhone: party?.phone,
    questions: [{ act: 'new-fact', reason: 'report', serviceSlug: itsCase.service_slug, caseId: itsCase.id }],
    sourceId: `open311/${actor.id}/${theirs.slice(0, 200)}`,
  });
  if (!contact.isNew) return contact.contactId;
  await act(tx, clock, actor, { itsCase, status, text, contactId: contact.contactId });
  await queueMedia(tx, actor, { caseId: itsCase.id, links });
  return contact.contactId;
}

function statusOf(fields: Fields): string | undefined {
  const status = one(fields, 'status')?.toUpperCase().replaceAll(' ', '_');
  if (status === undefined || STATUSES.includes(status)) return status;
  throw new Open311Error(400, `status must be one of ${STATUSES.join(', ')}.`);
}

interface Update {
  itsCase: CaseRow;
  status: string | undefined;
  text: string;
  contactId: string;
}

async function act(tx: Tx, clock: Clock, actor: MachineActor, update: Update): Promise<void> {
  const { itsCase, status, text, contactId } = update;
  const about = { case: itsCase.id, contactId };
  const result = itsCase.ended_at
    ? await actOnEnded(tx, clock, actor, update)
    : await addToCase(tx, clock, actor, { ...about, kind: 'new-fact', text: wordsOf(text, status) });
  if (!result.ok)
    throw new Open311Error(400, REFUSALS[result.refusal] ?? 'This report takes no more: report it again.');
}

type Acted = { ok: true } | { ok: false; refusal: string };

async function actOnEnded(tx: Tx, clock: Clock, actor: MachineActor, update: Update): Promise<Acted> {
  const { itsCase, status, text, contactId } = update;
  const about = { case: itsCase.id, contactId };
  if (status === 'OPEN')
    return reopenCase(tx, clock, actor, { ...about, because: wordsOf(text, status).slice(0, 2_000) });
  if (status === 'FIXED' || status === 'CLOSED') return confirmFixed(tx, clock, actor, about);
  return { ok: false, refusal: 'ended' };
}

const SAID: Readonly<Record<string, string>> = {
  OPEN: 'Said to be not fixed.',
  FIXED: 'Said to be fixed.',
  CLOSED: 'Said to be fixed.',
};

function wordsOf(text: string, status: string | undefined): string {
  const said = status === 'FIXED' || status === 'CLOSED' || text === '' ? (SAID[status ?? ''] ?? '') : '';
  return [text, said].filter((words) => words !== '').join('\n');
}

const REFUSALS: Readonly<Record<string, string>> = {
  'nothing-said': 'description is missing: say what is new.',
  ended: 'This report is closed. With status OPEN it says "not fixed" and opens it again.',
  'too-late': 'This report was closed too long ago to be opened again: report it anew.',
  'not-disputable':
    'This report was closed by a decision, which is not opened again: write to the council to challenge it.',
};
