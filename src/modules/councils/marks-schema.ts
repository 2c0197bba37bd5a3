import { z } from 'zod';
import { reference } from './references.ts';
import { wordsSchema } from './words.ts';

/** One-press marks on every contact and case: each starts its own clock with its own team. The list is the field's, not a council's. */
export const MARKS = [
  'complaint',
  'information-request',
  'subject-access',
  'claim',
  'letter-before-action',
  'homelessness',
  'safeguarding',
] as const;
export type Mark = (typeof MARKS)[number];

const markSchema = z.strictObject({
  mark: z.enum(MARKS),
  name: wordsSchema,
  team: reference('team'),
  standards: z.array(reference('standard')).min(1),
  /** How the adviser recognises it, whatever words the customer uses. */
  recognise: wordsSchema,
  tell: wordsSchema,
  /** Shown only to its own team. */
  confidential: z.boolean(),
});
export type MarkDefinition = z.output<typeof markSchema>;

export const marksFileSchema = z.strictObject({ marks: z.array(markSchema).length(MARKS.length) });
