import type { Destination } from '#modules/councils';
import { type Actor, isStaff } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { isId, newId } from '#platform/ids';
import type { HandOverAnswer } from './answer-schema.ts';
import { applyAnswer } from './apply-answer.ts';
import type { HandOverRow } from './claim-hand-overs.ts';
import { destinationOf } from './destination-of.ts';
import { lateAnswer } from './late-answer.ts';
import { lockHandOver } from './lock-hand-over.ts';
import { movePromises } from './move-promises.ts';
import { mayAnswer, mayAnswerFor } from './policy.ts';
import { publishHandOver } from './publish-hand-over.ts';
import { setAttention } from './set-attention.ts';
import { type Known, standingOf } from './standing-of.ts';
import { teamIdOf } from './team-id-of.ts';
import type { Standing } from './words.ts';

interface TakeAnswer {
  handOverId: string;
  /** Which way it came. */
  said: 'response' | 'api' | 'desk';
  answer: HandOverAnswer;
}

export type TakeAnswerRefusal = 'not-found' | 'not-allowed' | 'other-answer' | 'too-late';
export type TakeAnswerResult =
  | {
      ok: true;
      /** `taken`: it moved the case. `same`: it says what stands already. `to-a-person`: somebody looks at it first. */
      standing: Exclude<Standing, 'too-late'>;
      isNew: boolean;
    }
  | { ok: false; refusal: TakeAnswerRefusal };

/**
 * Take what a destination says about one hand-over: that it has it, under which reference, what it decided, or what it
 * still needs. It is kept as it came, once for each id. The first final result moves the case as the service says; one
 * that contradicts it goes to a person and moves nothing. An answer about something that we thought not delivered
 * delivers it: whoever answers has it.
 *
 * Refuses another answer under an id that was used before, and one that comes after an officer has decided something
 * else: that is kept and listed for a person, so the caller commits it.
 */
export async function takeAnswer(tx: Tx, clock: Clock, actor: Actor, command: TakeAnswer): Promise<TakeAnswerResult> {
  const row = isId(command.handOverId) ? await lockHandOver(tx, actor.councilId, command.handOverId) : undefined;
  const destination = row && (await destinationOf(tx, actor.councilId, row.destination));
  if (!row || !destination) return { ok: false, refusal: 'not-found' };
  if (!(await maySay(tx, actor, row))) return { ok: false, refusal: 'not-allowed' };
  const { answer, said } = command;
  const { standing, isKnown, isOther } = standingOf(row, answer, await answersBefore(tx, row));
  if (isOther) return { ok: false, refusal: 'other-answer' };
  if (isKnown) return taken(standing, false);
  const kept = await judged(tx, { row, destination, answer, said, standing, late: null });
  await keep(tx, clock, actor, kept);
  return taken(kept.standing, true);
}

/** Whether the case was decided before it came. */
async function judged(tx: Tx, kept: Kept): Promise<Kept> {
  const late = kept.standing === 'taken' ? await lateAnswer(tx, kept.row, kept.answer) : null;
  return late ? { ...kept, standing: late.standing, late: late.because } : kept;
}

function taken(standing: Standing, isNew: boolean): TakeAnswerResult {
  return standing === 'too-late' ? { ok: false, refusal: 'too-late' } : { ok: true, standing, isNew };
}

/** The system itself, or staff who answer for it by hand. */
async function maySay(tx: Tx, actor: Actor, { destination }: HandOverRow): Promise<boolean> {
  if (!isStaff(actor)) return mayAnswer(actor);
  return mayAnswerFor(actor, { teamId: await teamIdOf(tx, actor.councilId, destination) });
}

interface Kept {
  row: HandOverRow;
  destination: Destination;
  answer: HandOverAnswer;
  said: TakeAnswer['said'];
  standing: Standing;
  /** What stood in the case before it came; null where it came in time. */
  late: string | null;
}

async function keep(tx: Tx, clock: Clock, actor: Actor, kept: Kept): Promise<void> {
  const { row, answer, standing, late } = kept;
  const answerId = await insertAnswer(tx, clock, actor, kept);
  await recordAct(tx, clock, actor, { act: 'hand-over.answered', subjectType: 'hand-over', subjectId: row.id });
  if (standing === 'to-a-person') await setAttention(tx, clock, row, contradiction(row, answer));
  if (standing === 'taken') await moveOn(tx, clock, { ...kept, answerId });
  if (late === null) return;
  await takeIn(tx, clock, kept);
  if (standing === 'too-late') await setAttention(tx, clock, row, tooLate(kept));
}

async function insertAnswer(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { row, answer, said, standing }: Kept,
): Promise<string> {
  const id = newId(clock);
  await tx
    .insertInto('hand_over_answers')
    .values({
      council_id: row.council_id,
      id,
      hand_over_id: row.id,
      answer_id: answer.id,
      at: clock.now(),
      said,
      by_name: actor.name,
      result: answer.result ?? null,
      body: JSON.stringify(answer),
      standing,
    })
    .execute();
  return id;
}

async function moveOn(tx: Tx, clock: Clock, taken: Kept & { answerId: string }): Promise<void> {
  const { row, destination, answer, answerId } = taken;
  await takeIn(tx, clock, taken);
  const { result } = answer;
  if (result === undefined) return;
  await movePromises(tx, clock, { row, destination, to: 'answered' });
  await publishHandOver(tx, clock, { row, type: 'hand-over.answered', data: { answerId, result } });
  await applyAnswer(tx, clock, { row, destination, answer: { ...answer, result } });
}

function answersBefore(tx: Tx, { council_id, id }: HandOverRow): Promise<Known[]> {
  return tx
    .selectFrom('hand_over_answers')
    .select(['answer_id', 'body', 'standing'])
    .where('council_id', '=', council_id)
    .where('hand_over_id', '=', id)
    .execute();
}

function contradiction({ destination, result }: HandOverRow, answer: HandOverAnswer): string {
  return `${destination} said ${result ?? 'nothing'} before and says ${answer.result ?? 'something else'} now. Ask which is right: nothing was changed`;
}

function tooLate({ destination, answer: { result }, late }: Kept): string {
  return `${late ?? ''}. ${destination.name.en} says ${result ?? 'something else'} now. Nothing was changed: tell them, or correct the decision`;
}

async function takeIn(tx: Tx, clock: Clock, { row, answer, said, standing }: Kept): Promise<void> {
  const now = clock.now();
  const isDecided = answer.result !== undefined && answer.result !== 'needs-evidence';
  await tx
    .updateTable('hand_overs')
    .set({
      state: isDecided || row.state === 'answered' ? 'answered' : 'delivered',
      external_reference: answer.reference ?? row.external_reference,
      delivered_at: row.delivered_at ?? now,
      delivered_how: row.delivered_how ?? (said === 'desk' ? 'by-hand' : 'automatic'),
      next_at: null,
      claimed_at: null,
      updated_at: now,
      attention: null,
      ...(isDecided && { result: standing === 'too-late' ? null : answer.result, answered_at: now }),
    })
    .where('council_id', '=', row.council_id)
    .where('id', '=', row.id)
    .execute();
}
