import { type CaseRow, lockCase, mayAddTo, mayDecide, recordDecision, todayOf } from '#modules/cases';
import { makePromises } from '#modules/promises';
import { type Actor, isStaff } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { type DecisionRow, decisionRows, readChallenge, standing } from './find-decision.ts';
import { publishDecision } from './publish-decision.ts';
import './tables.ts';

interface ChallengeDecision {
  /** Id or reference. */
  case: string;
  /** Why they think that it is wrong: up to 2,000 characters; may be empty, since nobody has to give a reason. */
  because: string;
}

export type ChallengeRefusal = 'not-found' | 'not-allowed' | 'no-decision' | 'no-review' | 'too-late' | 'no-promise';
export type ChallengeResult =
  | { ok: true; reviewId: string; dueAt: Date; isNew: boolean }
  | { ok: false; refusal: ChallengeRefusal };

/**
 * "Look at it again": a review of the decision that stands, with a clock of its own beside the case. Asked twice it is
 * one review. After the last day only staff can take it, as late. Where a tribunal decides, the page says where to go,
 * and nothing starts here.
 */
export async function challengeDecision(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  command: ChallengeDecision,
): Promise<ChallengeResult> {
  const itsCase = await lockCase(tx, actor.councilId, command.case);
  if (!itsCase) return { ok: false, refusal: 'not-found' };
  if (!mayAddTo(actor)) return { ok: false, refusal: 'not-allowed' };
  const row = standing(await decisionRows(tx, itsCase));
  if (!row) return { ok: false, refusal: 'no-decision' };
  const there = await reviewOf(tx, row);
  if (there) return { ok: true, reviewId: there.id, dueAt: there.due_at, isNew: false };
  const challenge = readChallenge(row.challenge);
  const standard = challenge?.kind === 'review' ? challenge.standard : undefined;
  if (standard === undefined) return { ok: false, refusal: 'no-review' };
  const isLate = isAfterLastDay(row, await todayOf(tx, clock, itsCase.council_id));
  if (isLate && !mayTakeLate(actor, itsCase)) return { ok: false, refusal: 'too-late' };
  return open(tx, clock, actor, { itsCase, row, standard, isLate, because: command.because.trim() });
}

function isAfterLastDay({ challenge_until: last }: DecisionRow, today: string): boolean {
  return last !== null && today > last;
}

function mayTakeLate(actor: Actor, itsCase: CaseRow): boolean {
  return isStaff(actor) && mayDecide(actor, itsCase);
}

function reviewOf(tx: Tx, { council_id, id }: DecisionRow) {
  return tx
    .selectFrom('decision_reviews')
    .select(['id', 'due_at'])
    .where('council_id', '=', council_id)
    .where('decision_id', '=', id)
    .executeTakeFirst();
}

interface Open {
  itsCase: CaseRow;
  row: DecisionRow;
  standard: string;
  isLate: boolean;
  because: string;
}

async function open(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { itsCase, row, standard, isLate, because }: Open,
): Promise<ChallengeResult> {
  const reviewId = newId(clock);
  const wanted = { subjectType: 'review' as const, subjectId: reviewId, standard, teamId: itsCase.team_id };
  const made = await makePromises(tx, clock, actor, [wanted]);
  const promise = made.ok ? made.promises[0] : undefined;
  if (!promise) return { ok: false, refusal: 'no-promise' };
  await tx
    .insertInto('decision_reviews')
    .values({
      council_id: itsCase.council_id,
      id: reviewId,
      case_id: itsCase.id,
      decision_id: row.id,
      because,
      is_late: isLate,
      team_id: itsCase.team_id,
      promise_id: promise.id,
      due_at: promise.dueAt,
      at: clock.now(),
      by_type: actor.type,
      by_name: actor.name,
    })
    .execute();
  const text = ['We were asked to look at the decision again.', because].filter((part) => part !== '').join(' ');
  const sourceId = `review:${reviewId}`;
  await recordDecision(tx, clock, actor, { caseId: itsCase.id, text, data: { reviewId }, sourceId });
  await publishDecision(tx, clock, actor, { type: 'decision.challenged', row });
  return { ok: true, reviewId, dueAt: promise.dueAt, isNew: true };
}
