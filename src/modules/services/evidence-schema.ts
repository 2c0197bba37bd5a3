import { z } from 'zod';
import { countSchema, slugSchema, wordsSchema } from '#modules/councils';
import { whenSchema } from '#modules/questions';

/** What must be shown for an application, and why (B-43). High risk is shown in person; the rest may be uploaded. */
const evidenceSchema = z.strictObject({
  id: slugSchema,
  name: wordsSchema,
  why: wordsSchema,
  /** What will do, one a line: "a bank statement from the last 2 months". */
  examples: z.array(wordsSchema).default([]),
  show: z.enum(['upload', 'in-person', 'either']).default('either'),
  when: whenSchema.optional(),
  required: z.boolean().default(true),
  /** It may be sent after the application, within so many days. */
  laterDays: countSchema.optional(),
  /** How long a checked piece stands before it must be shown again. */
  validDays: countSchema.optional(),
});
export type EvidenceDefinition = z.output<typeof evidenceSchema>;

export const evidenceListSchema = z.array(evidenceSchema).default([]);
