import { lockCase } from '#modules/cases';
import { type DecisionView, decisionsOf } from '#modules/decisions';
import type { Tx } from '#platform/db';
import type { HandOverAnswer } from './answer-schema.ts';
import { isFinal } from './words.ts';

interface Late {
  standing: 'same' | 'too-late';
  /** What stands in the case, in plain words. */
  because: string;
}

/**
 * Whether a final answer comes after the end of an application: decided by an officer meanwhile, withdrawn, or ended in
 * another way. One that says what was decided is no news; any other is late and changes nothing. Null: it is in time.
 */
export async function lateAnswer(
  tx: Tx,
  row: { council_id: string; case_id: string },
  answer: HandOverAnswer,
): Promise<Late | null> {
  if (!isFinal(answer.result)) return null;
  const itsCase = await lockCase(tx, row.council_id, row.case_id);
  if (!itsCase) return null;
  const { offer, decisions } = await decisionsOf(tx, itsCase);
  if (!offer) return null;
  const stands = decisions.find((one) => one.stands);
  if (stands) {
    const { name } = stands.proposedBy;
    return {
      standing: saysTheSame(stands, answer) ? 'same' : 'too-late',
      because: `${name} decided it: ${NAMES[stands.result]}`,
    };
  }
  return itsCase.ended_at ? { standing: 'too-late', because: 'The case had ended' } : null;
}

const NAMES = {
  granted: 'granted',
  part: 'granted in part',
  refused: 'refused',
  'more-needed': 'more is needed',
} as const;

function saysTheSame({ result, pence }: DecisionView, answer: HandOverAnswer): boolean {
  const isSame = result === (answer.result === 'done' ? 'granted' : answer.result);
  return isSame && (pence === null || answer.amount === undefined || pence === answer.amount.pence);
}
