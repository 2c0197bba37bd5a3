import { z } from 'zod';
import { countSchema, slugSchema, sourceSchema, timeSchema } from './primitives.ts';
import { reference } from './references.ts';
import { retentionRuleSchema } from './retention-schema.ts';
import { MESSAGE_MOMENTS } from './statuses.ts';
import { textSchema } from './words.ts';

/** Facts that a caller can be asked to prove who they are (D-05). A reference alone never opens a household's detail. */
export const IDENTITY_FACTS = ['name', 'postcode', 'address', 'date-of-birth', 'phone', 'email', 'reference'] as const;
export type IdentityFact = (typeof IDENTITY_FACTS)[number];

const identityRuleSchema = z
  .strictObject({ facts: z.array(z.enum(IDENTITY_FACTS)).min(1), howMany: countSchema, source: sourceSchema })
  .refine(({ facts, howMany }) => howMany <= facts.length, {
    path: ['howMany'],
    error: 'no more than the number of facts listed',
  });

/** A period for which something counts, with where the figure comes from. */
const windowSchema = z.strictObject({ days: countSchema, source: sourceSchema });

const messageLimitsSchema = z.strictObject({
  perPersonAndDay: countSchema,
  /** Nothing that can wait is sent between these times. */
  quietFrom: timeSchema,
  quietTo: timeSchema,
  /** Moments that must be told whatever the cap and the hour: an emergency, an answer that was asked for. */
  always: z.array(z.enum(MESSAGE_MOMENTS)).default([]),
  source: sourceSchema,
});

/** Forms that are saved to be gone on with: kept so long, and taken for left when nobody went on for so long (B-38). */
const savedFormsSchema = z.strictObject({ keptDays: countSchema, leftAfterHours: countSchema, source: sourceSchema });
const SAVED_FORMS: z.output<typeof savedFormsSchema> = {
  keptDays: 28,
  leftAfterHours: 48,
  source: { kind: 'own', text: 'Frontdoor, where the council has not set its own' },
};

/** By when a piece of evidence is to be here that an officer asks for in their own words, unless they choose a day. */
const EVIDENCE: z.output<typeof windowSchema> = {
  days: 14,
  source: { kind: 'own', text: 'Frontdoor, where the council has not set its own' },
};

/** A training of staff: for what it is, whether nobody does that without it, and for how many months it is good. */
const trainingSchema = z.strictObject({
  slug: slugSchema,
  name: textSchema,
  for: z.enum(['set-up-accounts']),
  required: z.boolean(),
  goodForMonths: countSchema.optional(),
  source: sourceSchema,
});
export type Training = z.output<typeof trainingSchema>;

/** What one council decides differently from another. There is no `if` for a council in the code: it is all here. */
export const settingsSchema = z.strictObject({
  identity: identityRuleSchema,
  /** "Not fixed" within these days reopens the same case (F-19). */
  notFixedWindow: windowSchema,
  /** The same kind of failure at the same address within these days is linked and escalated (F-32). */
  repeatFailureWindow: windowSchema,
  messages: messageLimitsSchema,
  savedForms: savedFormsSchema.default(SAVED_FORMS),
  askedEvidence: windowSchema.default(EVIDENCE),
  costSet: reference('cost-set'),
  charter: z.enum(['A', 'B']),
  /** The clock that starts when an enquiry needs an answer in writing. */
  enquiryStandards: z.array(reference('standard')).min(1),
  mainCalendar: reference('calendar'),
  mainContactPoint: reference('contact-point'),
  /** Stands at the head of letters: where an answer by post goes. */
  mainSite: reference('site').optional(),
  templates: z.record(z.enum(MESSAGE_MOMENTS), reference('template')),
  /** What is sent of a decision, unless the service names a letter for its result. Without one, the closing message. */
  decisionLetter: reference('template').optional(),
  /** What is sent when it is known what is paid and when. Without one, the message of an update. */
  paymentsLetter: reference('template').optional(),
  trainings: z.array(trainingSchema).default([]),
  retention: z.array(retentionRuleSchema).min(1),
});
export type CouncilSettings = z.output<typeof settingsSchema>;
