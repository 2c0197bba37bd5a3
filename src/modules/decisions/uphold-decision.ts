import { lockCase, mayDecide, recordDecision } from '#modules/cases';
import type { StaffActor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { endReview } from './end-review.ts';
import { decisionRows, standing } from './find-decision.ts';
import { publishDecision } from './publish-decision.ts';

interface UpholdDecision {
  /** Id or reference. */
  case: string;
  /** Why it stands, as the customer will read it: 1 to 2,000 characters. */
  words: string;
}

export type UpholdRefusal = 'not-found' | 'not-allowed' | 'no-review' | 'no-reason' | 'same-officer';
export type UpholdResult = { ok: true } | { ok: false; refusal: UpholdRefusal };

/**
 * The review is done and the decision stands, said by somebody who had no part in it. A review that changes the decision
 * is a new decision that corrects it.
 */
export async function upholdDecision(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  command: UpholdDecision,
): Promise<UpholdResult> {
  const itsCase = await lockCase(tx, actor.councilId, command.case);
  const row = itsCase && standing(await decisionRows(tx, itsCase));
  if (!itsCase || !row) return { ok: false, refusal: 'not-found' };
  if (!mayDecide(actor, itsCase)) return { ok: false, refusal: 'not-allowed' };
  if (row.proposed_by === actor.id || row.second_by === actor.id) return { ok: false, refusal: 'same-officer' };
  const words = command.words.trim();
  if (words === '') return { ok: false, refusal: 'no-reason' };
  const about = { councilId: row.council_id, decisionId: row.id };
  if (!(await endReview(tx, clock, actor, { ...about, state: 'upheld', words })))
    return { ok: false, refusal: 'no-review' };
  const text = `We looked at the decision again, and it stands. ${words}`;
  await recordDecision(tx, clock, actor, { caseId: itsCase.id, text, data: {}, sourceId: `upheld:${row.id}` });
  await publishDecision(tx, clock, actor, { type: 'decision.upheld', row });
  return { ok: true };
}
