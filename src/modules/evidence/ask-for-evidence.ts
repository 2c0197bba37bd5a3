import { type CaseRow, lockCase, mayDecide } from '#modules/cases';
import { english } from '#modules/councils';
import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { askForPieces, type Wanted } from './ask-for-pieces.ts';
import { byWhen, dayToAsk } from './day-to-ask.ts';
import { findEvidence } from './find-evidence.ts';
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
  /** By which day, `YYYY-MM-DD`, from today on; left out for the day of the list or the council's own. */
  dueOn?: string | undefined;
  /** What the customer is asked, in place of the name and the reason; the day is said besides. */
  question?: string | undefined;
}

export type AskForRefusal = 'not-found' | 'not-allowed' | 'ended' | 'no-name' | 'no-why' | 'bad-day' | 'asked-already';
export type AskForResult = { ok: true; piece: string } | { ok: false; refusal: AskForRefusal };

/**
 * Ask for a piece that is missing, or again for one that has expired: the customer is told by which day, and the promise
 * waits. What does not come by its day is asked for once more, as everything is that was asked for.
 */
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
  const question = [command.question ?? `We need this from you: ${wanted.name}. ${wanted.why}`, byWhen(wanted.due_on)];
  const asked = await askForPieces(tx, clock, actor, { itsCase, wanted: [wanted], question: () => question.join(' ') });
  return asked.length > 0 ? { ok: true, piece: wanted.piece } : { ok: false, refusal: 'asked-already' };
}

async function wantedOf(
  tx: Tx,
  clock: Clock,
  itsCase: CaseRow,
  { piece, name = '', why = '', dueOn }: AskForEvidence,
): Promise<Wanted | { refusal: AskForRefusal }> {
  const given = { name: name.trim(), why: why.trim() };
  if (piece !== undefined && piece !== '') return listedOr(tx, clock, itsCase, { piece, why: given.why, dueOn });
  if (given.name === '') return { refusal: 'no-name' };
  if (given.why === '') return { refusal: 'no-why' };
  const due_on = await dayToAsk(tx, clock, itsCase.council_id, { chosen: dueOn });
  if (due_on === null) return { refusal: 'bad-day' };
  return { piece: `asked-${(await howMany(tx, itsCase)) + 1}`, ...given, due_on };
}

/** A piece of the service's list, with its day; or one that was asked for in words before. */
async function listedOr(
  tx: Tx,
  clock: Clock,
  itsCase: CaseRow,
  { piece, why, dueOn }: { piece: string; why: string; dueOn: string | undefined },
): Promise<Wanted | { refusal: AskForRefusal }> {
  const pieces = await piecesOf(tx, clock, { councilId: itsCase.council_id, caseId: itsCase.id });
  const listed = pieces?.all.find(({ id }) => id === piece);
  const onList = listed && pieces ? dayFor(listed, pieces.today) : null;
  const due_on = await dayToAsk(tx, clock, itsCase.council_id, { chosen: dueOn, listed: onList });
  if (due_on === null) return { refusal: 'bad-day' };
  if (listed) return { piece, name: english(listed.name), why: why || english(listed.why), due_on };
  const there = await findEvidence(tx, itsCase, piece);
  return there ? { piece, name: there.name, why: why || there.why, due_on } : { refusal: 'not-found' };
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
