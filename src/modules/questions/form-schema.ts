import { z } from 'zod';
import { countSchema, reference, slugSchema, textSchema, webSchema, wordsSchema } from '#modules/councils';
import { conditionSchema, ruleSchema } from './condition-schema.ts';
import { figureSchema } from './figure-schema.ts';
import { questionSchema } from './question-schema.ts';

/** "Add another": the step is asked once for each person, child or job. */
const repeatSchema = z.strictObject({
  /** One of them, in a sentence: "person". */
  each: wordsSchema,
  /** Asked after each: "Does anybody else live with you?" */
  more: wordsSchema,
  most: countSchema.max(50).default(10),
});

/** Questions that belong together: a screen at the desk, a page each on the web unless they are asked `together`. */
const stepSchema = z.strictObject({
  id: slugSchema,
  title: wordsSchema,
  intro: wordsSchema.optional(),
  showIf: conditionSchema.optional(),
  together: z.boolean().default(false),
  repeat: repeatSchema.optional(),
  questions: z.array(questionSchema).min(1),
});
export type Step = z.output<typeof stepSchema>;

/** Something worked out from the answers. With a label it stands on "check your answers" and in the case. */
const valueSchema = z.strictObject({
  id: slugSchema,
  is: ruleSchema,
  shown: z.enum(['text', 'number', 'money', 'date']).default('text'),
  label: wordsSchema.optional(),
});

/** What must be true of several answers together, and what to say at which question when it is not. */
const checkSchema = z.strictObject({ that: ruleSchema, at: slugSchema, say: wordsSchema });

const otherHelpSchema = z.union([
  z.strictObject({ text: wordsSchema, service: reference('service') }),
  z.strictObject({ text: wordsSchema, href: webSchema }),
  z.strictObject({ text: wordsSchema, contact: reference('contact-point') }),
]);
export type OtherHelp = z.output<typeof otherHelpSchema>;

/**
 * A result that is told as soon as the answers allow it: why the form ends here and what other help there is, or, with
 * `mayGoOn`, a result such as an estimate, after which the person goes on or not. `{{value}}` names a computed value.
 */
const outcomeSchema = z.strictObject({
  id: slugSchema,
  when: ruleSchema,
  title: wordsSchema,
  reason: z.array(wordsSchema).min(1),
  /** The law or policy that the reason rests on (C-42). */
  basis: textSchema.optional(),
  help: z.array(otherHelpSchema).default([]),
  mayGoOn: z.boolean().default(false),
});
export type Outcome = z.output<typeof outcomeSchema>;

/** What a service asks. */
export const formFields = {
  steps: z.array(stepSchema).min(1),
  figures: z.array(figureSchema).default([]),
  values: z.array(valueSchema).default([]),
  checks: z.array(checkSchema).default([]),
  outcomes: z.array(outcomeSchema).default([]),
};
export const formSchema = z.strictObject(formFields);
export type FormDefinition = z.output<typeof formSchema>;
export type ComputedValue = FormDefinition['values'][number];
export type Check = FormDefinition['checks'][number];
