import { z } from 'zod';
import { reference, slugSchema, wordsSchema } from '#modules/councils';
import { whenSchema } from '#modules/questions';

/** What must come back from whoever did the work before a case can be called done (F-18). */
const EVIDENCE_KINDS = ['note', 'photo'] as const;

/** Exactly one of ours or a partner's. */
export const doerSchema = z.union([
  z.strictObject({ team: reference('team') }),
  z.strictObject({ partner: reference('partner') }),
]);
export type Doer = z.output<typeof doerSchema>;

/** A job sheet that a report makes. One report can make several, each under its own standard (F-24). */
export const jobSchema = z.strictObject({
  slug: slugSchema,
  title: wordsSchema,
  instructions: wordsSchema,
  by: doerSchema,
  evidence: z.enum(EVIDENCE_KINDS),
  standard: reference('standard'),
  /** `live`: given to a person at the doer's while the customer is on the line, and only then written down. */
  handover: z.enum(['sheet', 'live']).default('sheet'),
  when: whenSchema.optional(),
});
export type JobDefinition = z.output<typeof jobSchema>;
