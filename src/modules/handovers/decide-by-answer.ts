import { type Decide, type DecideRefusal, decide, type SaidReason } from '#modules/decisions';
import type { DecisionDefinition } from '#modules/services';
import type { SystemActor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { HandOverAnswer } from './answer-schema.ts';

interface DecideByAnswer {
  row: { id: string; case_id: string };
  answer: HandOverAnswer;
  definition: DecisionDefinition;
}

/**
 * Let the decision of a back office be the council's: reasons with their law, the way to challenge it and the letter are
 * those of the service. The key is the answer's own, so it decides once.
 *
 * @returns what a person must still do; null where it is decided
 */
export async function decideByAnswer(
  tx: Tx,
  clock: Clock,
  actor: SystemActor,
  { row, answer, definition }: DecideByAnswer,
): Promise<string | null> {
  const key = `hand-over:${row.id}:${answer.id}`;
  const decided = await decide(tx, clock, actor, {
    case: row.case_id,
    result: 'granted',
    ...reasonsFor(definition, answer),
    amount: answer.amount ?? null,
    from: answer.from ?? null,
    key,
  });
  if (!decided.ok) return REFUSED[decided.refusal] ?? `It could not be decided by itself (${decided.refusal}): decide`;
  return decided.state === 'made'
    ? null
    : 'Its answer is a proposal: an officer must agree before the customer is told';
}

const REFUSED: Partial<Record<DecideRefusal, string>> = {
  'no-reason': 'It said yes without a reason that the customer can read: decide, and give one',
  'unknown-reason': 'It said yes with a reason that is not for a yes: read it, and decide',
  'waits-for-second': 'A decision waits for its second officer: read this before you agree',
};

/** Its codes are those of the service's reasons. For what the list has none its own words stand. */
export function reasonsFor(
  definition: { readonly reasons: readonly { id: string }[] },
  { reasons, words }: HandOverAnswer,
): Pick<Decide, 'reasons'> & { said: SaidReason[]; words?: string } {
  const isListed = ({ code }: { code: string }) => definition.reasons.some(({ id }) => id === code);
  const listed = reasons.filter(isListed).map(({ code }) => code);
  const said = reasons.filter((one) => !isListed(one)).map((one) => ({ words: one.words, basis: null }));
  if (words === undefined) return { reasons: listed, said };
  if (reasons.length > 0) return { reasons: listed, said, words };
  return { reasons: [], said: [{ words, basis: null }] };
}
