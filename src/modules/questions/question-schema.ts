import { z } from 'zod';
import { countSchema, dateSchema, slugSchema, wordsSchema } from '#modules/councils';
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
  /** Shown when what was typed cannot be taken, in place of the kind's own words. */
  wrong: wordsSchema.optional(),
  showIf: conditionSchema.optional(),
  /** For staff, where `showIf` is a rule: when to ask it, in words. */
  onlyIf: wordsSchema.optional(),
  /** What Frontdoor may know already, shown to be changed. */
  prefill: z.enum(['name', 'email', 'phone', 'address']).optional(),
  /** Whether the answer may stand on a public page and in Open311. Private unless somebody says otherwise. */
  publish: z.boolean().default(false),
};

const optionSchema = z.strictObject({ value: slugSchema, label: wordsSchema, hint: wordsSchema.optional() });
const options = z.array(optionSchema).min(2);
const longest = (most: number, usual: number) => countSchema.max(most).default(usual);

/** Days before and after today; leave a side out for no limit there. `since` is the oldest date that can be meant. */
const within = z.strictObject({ before: z.int().min(0).optional(), after: z.int().min(0).optional() }).default({});

/** What is asked of a person. Nothing more is asked than the definition names. */
const PERSON_PARTS = ['name', 'relation', 'born', 'email', 'phone', 'national-insurance'] as const;
const ORGANISATION_PARTS = ['name', 'number', 'contact', 'email', 'phone'] as const;

/** One question of a service: the same for the web form, the adviser's screen and Open311. */
export const questionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), ...common, longest: longest(500, 200) }),
  z.strictObject({ kind: z.literal('long-text'), ...common, longest: longest(5000, 2000) }),
  z.strictObject({
    kind: z.literal('number'),
    ...common,
    least: z.number().optional(),
    most: z.number().optional(),
    unit: wordsSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal('money'),
    ...common,
    least: z.int().min(0).default(0),
    most: countSchema.default(100_000_000),
  }),
  z.strictObject({ kind: z.literal('choice'), ...common, options }),
  z.strictObject({ kind: z.literal('choices'), ...common, options, most: countSchema.optional() }),
  z.strictObject({ kind: z.literal('yes-no'), ...common }),
  z.strictObject({ kind: z.literal('declaration'), ...common, statement: wordsSchema }),
  z.strictObject({ kind: z.literal('date'), ...common, within, since: dateSchema.default('1870-01-01') }),
  z.strictObject({ kind: z.literal('part-date'), ...common, since: z.int().default(1870) }),
  z.strictObject({ kind: z.literal('name'), ...common, longest: longest(400, 200) }),
  z.strictObject({ kind: z.literal('email'), ...common }),
  z.strictObject({ kind: z.literal('phone'), ...common }),
  z.strictObject({ kind: z.literal('address'), ...common, inside: z.boolean().default(false) }),
  z.strictObject({ kind: z.literal('place'), ...common }),
  z.strictObject({ kind: z.literal('photo'), ...common, most: countSchema.max(6).default(3) }),
  z.strictObject({ kind: z.literal('file'), ...common, most: countSchema.max(10).default(3) }),
  z.strictObject({
    kind: z.literal('person'),
    ...common,
    about: z.enum(['you', 'someone-else']),
    ask: z.array(z.enum(PERSON_PARTS)).min(1),
  }),
  z.strictObject({ kind: z.literal('organisation'), ...common, ask: z.array(z.enum(ORGANISATION_PARTS)).min(1) }),
  z.strictObject({ kind: z.literal('bank'), ...common }),
]);
export type Question = z.output<typeof questionSchema>;
export type QuestionKind = Question['kind'];
export type QuestionOf<Kind extends QuestionKind> = Extract<Question, { kind: Kind }>;

/** Kinds that plain form fields can carry. A place is looked up and a file is stored before either is an answer. */
export type FieldQuestion = Exclude<Question, { kind: 'place' | 'photo' | 'file' }>;

export function isFieldQuestion(question: Question): question is FieldQuestion {
  return question.kind !== 'place' && question.kind !== 'photo' && question.kind !== 'file';
}

/** The answers that a plain condition on this question can name; null where any text can stand. */
export function possibleAnswers(question: Question): readonly (string | boolean)[] | null {
  if (question.kind === 'yes-no') return [true, false];
  if (question.kind === 'choice' || question.kind === 'choices') return question.options.map((option) => option.value);
  return null;
}
