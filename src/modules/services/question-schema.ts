import { z } from 'zod';
import { countSchema, slugSchema, wordsSchema } from '#modules/councils';
import { conditionSchema } from './condition-schema.ts';

/** What every kind of question has. The id is stable for ever: answers are kept by it, across versions. */
const common = {
  id: slugSchema,
  label: wordsSchema,
  hint: wordsSchema.optional(),
  /** Why the council needs to know; people answer what they understand. */
  why: wordsSchema.optional(),
  required: z.boolean().default(true),
  /** Shown when a required question is left empty; it says what to do. */
  missing: wordsSchema.optional(),
  showIf: conditionSchema.optional(),
  /** Whether the answer may stand on a public page and in Open311. Private unless somebody says otherwise. */
  publish: z.boolean().default(false),
};

const optionSchema = z.strictObject({ value: slugSchema, label: wordsSchema, hint: wordsSchema.optional() });
const options = z.array(optionSchema).min(2);

const textQuestion = z.strictObject({ kind: z.literal('text'), ...common, longest: countSchema.max(500).default(200) });
const longTextQuestion = z.strictObject({
  kind: z.literal('long-text'),
  ...common,
  longest: countSchema.max(5000).default(2000),
});
const choiceQuestion = z.strictObject({ kind: z.literal('choice'), ...common, options });
const choicesQuestion = z.strictObject({ kind: z.literal('choices'), ...common, options });
const yesNoQuestion = z.strictObject({ kind: z.literal('yes-no'), ...common });
const placeQuestion = z.strictObject({ kind: z.literal('place'), ...common });
/** `within` in days before and after today; leave a side out for no limit there. */
const dateQuestion = z.strictObject({
  kind: z.literal('date'),
  ...common,
  within: z.strictObject({ before: z.int().min(0).optional(), after: z.int().min(0).optional() }).default({}),
});
const photoQuestion = z.strictObject({ kind: z.literal('photo'), ...common, most: countSchema.max(6).default(3) });

/** One question of a service: the same for the web form, the adviser's screen and Open311. */
export const questionSchema = z.discriminatedUnion('kind', [
  textQuestion,
  longTextQuestion,
  choiceQuestion,
  choicesQuestion,
  yesNoQuestion,
  placeQuestion,
  dateQuestion,
  photoQuestion,
]);
export type Question = z.output<typeof questionSchema>;
export type QuestionKind = Question['kind'];
export type QuestionOf<Kind extends QuestionKind> = Extract<Question, { kind: Kind }>;

/** The answers that a condition on this question can name; null where any text can stand. */
export function possibleAnswers(question: Question): readonly (string | boolean)[] | null {
  if (question.kind === 'yes-no') return [true, false];
  if (question.kind === 'choice' || question.kind === 'choices') return question.options.map((option) => option.value);
  return null;
}
