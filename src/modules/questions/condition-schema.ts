import { z } from 'zod';
import { slugSchema, textSchema } from '#modules/councils';
import { pickedValues } from './answers.ts';

const answerSchema = z.union([z.boolean(), slugSchema]);

/** "When this question was answered so". A list means any of them; several choices meet it when one of them was picked. */
const answeredSoSchema = z.strictObject({
  question: slugSchema,
  is: z.union([answerSchema, z.array(answerSchema).min(1)]),
});
export type AnsweredSo = z.output<typeof answeredSoSchema>;

/** A rule in the Common Expression Language, over the questions by name: `income < pounds(16000) && !owns_home`. */
export const ruleSchema = textSchema.max(2000);

/** The plain condition that most forms need, or a rule. */
export const conditionSchema = z.union([ruleSchema, answeredSoSchema]);
export type Condition = z.output<typeof conditionSchema>;

/** What makes a job or a promise apply: one condition, or several that must all be met. */
export const whenSchema = z.union([conditionSchema, z.array(conditionSchema).min(1)]);
export type When = z.output<typeof whenSchema>;

/** Whether the question was answered so; an unanswered one never was. */
export function answeredSo(condition: AnsweredSo, answers: Readonly<Record<string, unknown>>): boolean {
  const given = answers[condition.question];
  const wanted: readonly unknown[] = [condition.is].flat();
  const picked: readonly unknown[] = Array.isArray(given) ? pickedValues(given) : [given];
  return picked.some((one) => wanted.includes(one));
}
