import { askCustomer, type CaseRow, lockCase, mayDecide } from '#modules/cases';
import { english } from '#modules/councils';
import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { changeEvidence } from './change-evidence.ts';
import { type EvidenceRow, findEvidence } from './find-evidence.ts';
import { insertEvidence } from './insert-evidence.ts';
import { dayFor, piecesOf } from './pieces-of.ts';

interface AskForEvidence {
  /** Id or reference. */
  case: string;
  /** A piece of the service's list; left out for something that the list does not have. */
  piece?: string | undefined;
  /** What is needed, where it is not on the list: up to 200 characters. */
  name?: string | undefined;
  /** Why, as the customer will read it: up to 1,000 characters. */
  why?: string | undefined;
}

export type AskForRefusal = 'not-found' | 'not-allowed' | 'ended' | 'no-name' | 'no-why' | 'asked-already';
export type AskForResult = { ok: true; piece: string } | { ok: false; refusal: AskForRefusal };

/** Ask for a piece that is missing, or again for one that has expired: the customer is told, and the promise waits. */
export async function askForEvidence(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  command: AskForEvidence,
): Promise<AskForResult> {
  const itsCase = await lockCase(tx, actor.councilId, command.case);
  if (!itsCase) return { ok: false, refusal: 'not-found' };
  if (!mayDecide(actor, itsCase)) return { ok: false, refusal: 'not-allowed' };
  if (itsCase.ended_at) return { ok: false, refusal: 'ended' };
  const wanted = await wantedOf(tx, clock, itsCase, command);
  if ('refusal' in wanted) return { ok: false, refusal: wanted.refusal };
  const there = await findEvidence(tx, itsCase, wanted.piece);
  if (there?.is_waited_for || there?.state === 'given') return { ok: false, refusal: 'asked-already' };
  await ask(tx, clock, actor, { itsCase, wanted, there });
  const question = `We need this from you: ${wanted.name}. ${wanted.why}`;
  await askCustomer(tx, clock, actor, { case: itsCase.id, question, isBesideAnother: true });
  return { ok: true, piece: wanted.piece };
}

type Wanted = Pick<EvidenceRow, 'piece' | 'name' | 'why' | 'due_on'>;

async function wantedOf(
  tx: Tx,
  clock: Clock,
  itsCase: CaseRow,
  { piece, name = '', why = '' }: AskForEvidence,
): Promise<Wanted | { refusal: AskForRefusal }> {
  const given = { name: name.trim(), why: why.trim() };
  if (piece !== undefined && piece !== '') return listedOr(tx, clock, itsCase, { piece, why: given.why });
  if (given.name === '') return { refusal: 'no-name' };
  if (given.why === '') return { refusal: 'no-why' };
  return { piece: `asked-${(await howMany(tx, itsCase)) + 1}`, ...given, due_on: null };
}

/** A piece of the service's list, with its day; or one that was asked for in words before. */
async function listedOr(
  tx: Tx,
  clock: Clock,
  itsCase: CaseRow,
  { piece, why }: { piece: string; why: string },
): Promise<Wanted | { refusal: AskForRefusal }> {
  const pieces = await piecesOf(tx, clock, { councilId: itsCase.council_id, caseId: itsCase.id });
  const listed = pieces?.all.find(({ id }) => id === piece);
  if (listed && pieces) {
    const due_on = dayFor(listed, pieces.today);
    return { piece, name: english(listed.name), why: why || english(listed.why), due_on };
  }
  const there = await findEvidence(tx, itsCase, piece);
  return there ? { piece, name: there.name, why: why || there.why, due_on: null } : { refusal: 'not-found' };
}

async function howMany(tx: Tx, { council_id, id }: CaseRow): Promise<number> {
  const { n } = await tx
    .selectFrom('evidence')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('council_id', '=', council_id)
    .where('case_id', '=', id)
    .executeTakeFirstOrThrow();
  return n;
}

interface Ask {
  itsCase: CaseRow;
  wanted: Wanted;
  there: EvidenceRow | undefined;
}

async function ask(tx: Tx, clock: Clock, actor: Actor, { itsCase, wanted, there }: Ask): Promise<void> {
  if (there) {
    const changes = { state: 'asked', is_waited_for: true, reason: null, valid_until: null } as const;
    const anew = { file_ids: [], due_on: wanted.due_on, reminded_at: null };
    await changeEvidence(tx, clock, actor, { row: there, changes: { ...changes, ...anew } });
    return;
  }
  await insertEvidence(tx, clock, actor, { case_id: itsCase.id, ...wanted, is_waited_for: true });
}
