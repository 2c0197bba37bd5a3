import { z } from 'zod';
import {
  CHANNELS,
  countSchema,
  MARKS,
  MESSAGE_MOMENTS,
  reference,
  slugSchema,
  sourceSchema,
  textSchema,
  webSchema,
  wordsSchema,
} from '#modules/councils';
import { formFields, questionSchema, whenSchema } from '#modules/questions';
import { decisionSchema } from './decision-schema.ts';
import { diversionSchema } from './diversion-schema.ts';
import { evidenceListSchema } from './evidence-schema.ts';
import { factSchema, reportWindowSchema } from './facts-schema.ts';
import { handOverSchema } from './hand-over-schema.ts';
import { doerSchema, jobSchema } from './job-schema.ts';
import { validSchema } from './valid-schema.ts';

/** The six contact reasons of the strategies, and reporting (B-39). */
const CONTACT_REASONS = [
  'information',
  'signposting',
  'report',
  'booking',
  'payment',
  'simple-assessment',
  'complex-assessment',
] as const;

/** A code of the Local Government Service List, and its interaction type where the list gives one. Never invented. */
const codeSchema = z.strictObject({ lgsl: countSchema, lgil: z.int().min(0).nullable() });

const pageWordsSchema = z.strictObject({
  what: wordsSchema,
  who: wordsSchema,
  next: wordsSchema,
  howLong: wordsSchema,
});

const sectionSchema = z.strictObject({ heading: wordsSchema, text: wordsSchema });
const linkSchema = z.strictObject({ text: wordsSchema, href: webSchema });

/** What every service has, whatever can be done with it. */
const common = {
  slug: slugSchema,
  name: wordsSchema,
  summary: wordsSchema,
  topic: reference('topic'),
  words: pageWordsSchema,
  /** Other words that people use for it, misspellings not needed. */
  synonyms: z.array(textSchema).default([]),
  codes: codeSchema.nullable(),
  /** Instant: answered at once by rule. Delegated: done by someone else. Authorised: others must be consulted (F-07). */
  tier: z.enum(['instant', 'delegated', 'authorised']),
  contactReason: z.enum(CONTACT_REASONS),
  channels: z.array(z.enum(CHANNELS)).min(1),
  owner: doerSchema,
  contact: reference('contact-point'),
  /** From and until which day it is offered, and what takes its place. */
  valid: validSchema,
  fee: z.strictObject({ pence: countSchema, for: wordsSchema, source: sourceSchema }).nullable().default(null),
  /** What to have at hand before starting. */
  bring: z.array(wordsSchema).default([]),
  sections: z.array(sectionSchema).default([]),
  links: z.array(linkSchema).default([]),
  diversions: z.array(diversionSchema).default([]),
  /** Accept first, deliver later: where each case goes besides the worklist of its team. */
  handOver: handOverSchema,
  /** For staff only: how to judge, what not to promise. */
  adviserNotes: z.array(wordsSchema).default([]),
};

const scriptSchema = z.strictObject({
  say: z.array(wordsSchema).min(1),
  /** How a question is spoken, where the written one would sound odd on the phone. */
  ask: z.array(z.strictObject({ question: slugSchema, words: wordsSchema })).default([]),
  tell: z.array(wordsSchema).min(1),
});

const promisesSchema = z.strictObject({
  /** The promise that is told first and that the worklist is sorted by. */
  primary: reference('standard'),
  /** The first whose condition is met stands in place of the primary one. */
  instead: z.array(z.strictObject({ standard: reference('standard'), when: whenSchema })).default([]),
  also: z.array(z.strictObject({ standard: reference('standard'), when: whenSchema.optional() })).default([]),
});

/** What everything has that becomes a case and is followed to its end. */
const followed = {
  /** Open reports this near are offered before a new one is made; null for a household's own matter. */
  openNearby: z
    .strictObject({ metres: countSchema.max(500) })
    .nullable()
    .default(null),
  facts: z.array(factSchema).default([]),
  window: reportWindowSchema.nullable().default(null),
  promises: promisesSchema,
  templates: z.partialRecord(z.enum(MESSAGE_MOMENTS), reference('template')).default({}),
  script: scriptSchema,
  /** What every case of it is marked as from the start: its own team and clock (homelessness). */
  mark: z.enum(MARKS).optional(),
  /** What the adviser must have said before the call ends; each is recorded as told. */
  mustTell: z.array(wordsSchema).min(1),
  /** Whether a case ends when its last job is done with its evidence, or when its officer has looked. */
  closes: z.enum(['by-itself', 'by-officer']).default('by-officer'),
  /** In place of the council's own windows, in days. */
  followUp: z
    .strictObject({ notFixedDays: countSchema.optional(), repeatFailureDays: countSchema.optional() })
    .default({}),
};

/** Something that can be reported and is followed to its end. */
const reportSchema = z.strictObject({
  kind: z.literal('report'),
  ...common,
  ...followed,
  /** Only a public service shows open reports nearby or stands on Open311. */
  visibility: z.enum(['public', 'private']).default('private'),
  place: z.enum(['household', 'point', 'none']),
  /** May be reported without a name. */
  anonymous: z.boolean().default(false),
  questions: z.array(questionSchema).min(1),
  jobs: z.array(jobSchema).min(1),
});

/** The day of the first contact about it is the day of the claim when the form follows within so many months. */
const claimFromSchema = z
  .strictObject({ firstContactWithinMonths: countSchema.max(12), basis: textSchema })
  .nullable()
  .default(null);

/** Something that is applied for or told, with evidence where it is needed, and decided by a person or a back office. */
const applicationSchema = z.strictObject({
  kind: z.literal('application'),
  ...common,
  ...followed,
  visibility: z.literal('private').default('private'),
  place: z.enum(['household', 'point', 'none']).default('none'),
  anonymous: z.literal(false).default(false),
  /** The word on the button and in messages: what the person does. */
  act: z.enum(['apply', 'tell']).default('apply'),
  ...formFields,
  jobs: z.array(jobSchema).default([]),
  evidence: evidenceListSchema,
  claimFrom: claimFromSchema,
  decision: decisionSchema.nullable().default(null),
  /** What is granted is paid out by the back office, which says when and how much. */
  pays: z.boolean().optional(),
});

/** An honest page: what the service is, who owns it and how to reach them. Nothing starts here. */
const informationSchema = z.strictObject({ kind: z.literal('information'), ...common });

/**
 * One definition of a service for every channel: page, form, adviser's script, Open311 and charter are drawn from it.
 * A changed definition becomes a new version; running cases keep theirs.
 */
export const serviceSchema = z.discriminatedUnion('kind', [reportSchema, applicationSchema, informationSchema]);
export type ServiceDefinition = z.output<typeof serviceSchema>;
export type ReportService = Extract<ServiceDefinition, { kind: 'report' }>;
export type ApplicationService = Extract<ServiceDefinition, { kind: 'application' }>;
/** What can be begun here and becomes a case. */
export type Transaction = ReportService | ApplicationService;
export type InformationService = Extract<ServiceDefinition, { kind: 'information' }>;

export const isReport = (service: ServiceDefinition): service is ReportService => service.kind === 'report';
export const isApplication = (service: ServiceDefinition): service is ApplicationService =>
  service.kind === 'application';
export const isTransaction = (service: ServiceDefinition): service is Transaction => service.kind !== 'information';
