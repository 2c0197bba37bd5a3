import { z } from 'zod';
import { countSchema, reference, slugSchema, textSchema, webSchema, wordsSchema } from '#modules/councils';

/** A reason that an officer can give, in plain words, with the law or policy that it rests on (C-42). */
const reasonSchema = z.strictObject({
  id: slugSchema,
  for: z.array(z.enum(['granted', 'refused', 'part', 'more-needed'])).min(1),
  words: wordsSchema,
  basis: textSchema,
});
export type DecisionReason = z.output<typeof reasonSchema>;

/** The right way to challenge a decision of this kind, and how long there is. */
const challengeSchema = z.strictObject({
  kind: z.enum(['tribunal', 'review', 'none']),
  words: wordsSchema,
  /** Days from the letter in which it must be asked for; none where the law gives no end. */
  days: countSchema.optional(),
  /** The clock of a review: it runs from the day on which it is asked for. */
  standard: reference('standard').optional(),
  /** Who decides a challenge, and where to ask: "the Valuation Tribunal for England". */
  to: textSchema.optional(),
  href: webSchema.optional(),
  basis: textSchema.optional(),
});
export type Challenge = z.output<typeof challengeSchema>;

/** How an application is decided: by whom, for which reasons, and what can be done about it. */
export const decisionSchema = z.strictObject({
  /** A second officer must agree before anything is sent. */
  officers: z.union([z.literal(1), z.literal(2)]).default(1),
  reasons: z.array(reasonSchema).min(1),
  challenge: challengeSchema,
  /** The letter of each result; the council's closing message where there is none. What is needed besides is asked for. */
  letters: z.partialRecord(z.enum(['granted', 'refused', 'part']), reference('template')).default({}),
});
export type DecisionDefinition = z.output<typeof decisionSchema>;
