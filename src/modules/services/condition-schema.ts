import { z } from 'zod';
import { slugSchema } from '#modules/councils';

const answerSchema = z.union([z.boolean(), slugSchema]);

/**
 * "When this question was answered so": the one kind of rule a first definition needs. A list means any of them; a
 * question with several choices meets it when one of them was picked.
 */
export const conditionSchema = z.strictObject({
  question: slugSchema,
  is: z.union([answerSchema, z.array(answerSchema).min(1)]),
});
export type Condition = z.output<typeof conditionSchema>;

/** What makes a job or a promise apply: one condition, or several that must all be met. */
export const whenSchema = z.union([conditionSchema, z.array(conditionSchema).min(1)]);
export type When = z.output<typeof whenSchema>;

export type Answers = Readonly<Record<string, unknown>>;

/** Whether the answers meet the condition, or all of several. None is always met; an unanswered question never meets one. */
export function meets(when: When | undefined, answers: Answers): boolean {
  if (!when) return true;
  const conditions = Array.isArray(when) ? when : [when];
  return conditions.every((condition) => meetsOne(condition, answers));
}

function meetsOne(condition: Condition, answers: Answers): boolean {
  const given = answers[condition.question];
  const wanted = Array.isArray(condition.is) ? condition.is : [condition.is];
  const picked: unknown[] = Array.isArray(given) ? given : [given];
  return picked.some((one) => wanted.some((want) => want === one));
}
