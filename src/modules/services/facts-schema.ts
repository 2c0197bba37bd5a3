import { z } from 'zod';
import { reference, wordsSchema } from '#modules/councils';

/** What Frontdoor may already know when somebody reports. The first four come from the collection crew. */
export const KNOWN_FACTS = [
  'round-not-finished',
  'not-presented',
  'contaminated',
  'access-blocked',
  'outside-window',
  'incident',
  'already-open',
] as const;
export type KnownFact = (typeof KNOWN_FACTS)[number];
const ROUND_FACTS: readonly KnownFact[] = ['round-not-finished', 'not-presented', 'contaminated', 'access-blocked'];

/** What a sentence about a known fact may mention. */
export const FACT_VARIABLES = ['time', 'date', 'next', 'container', 'reference', 'due'] as const;

/**
 * A known fact that is told before a form is filled in. `stop` makes no case; `dispute` makes none unless the customer
 * says that it is wrong; `warn` only says it; `follow` offers to follow what is open.
 */
export const factSchema = z.strictObject({
  fact: z.enum(KNOWN_FACTS),
  say: wordsSchema,
  act: z.enum(['stop', 'dispute', 'warn', 'follow']),
  /** Not told, and not held against anyone, where the household has assisted collection. */
  exceptAssisted: z.boolean().default(false),
});
export type FactThatSpeaks = z.output<typeof factSchema>;

/** Whether a service needs the state of the round before it can answer. */
export const usesRoundState = (facts: readonly FactThatSpeaks[]): boolean =>
  facts.some(({ fact }) => ROUND_FACTS.includes(fact));

/** When a report can be made at all: from the end of the round to midnight of the Nth working day after. */
export const reportWindowSchema = z.strictObject({
  from: z.literal('round-end'),
  workingDays: z.int().min(0).max(20),
  calendar: reference('calendar'),
});
