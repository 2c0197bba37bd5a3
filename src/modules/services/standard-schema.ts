import { z } from 'zod';
import { countSchema, reference, slugSchema, sourceSchema, wordsSchema } from '#modules/councils';

/** What is promised. `make-safe` ends a danger, which is not yet a repair. */
const PROMISE_KINDS = ['acknowledge', 'answer', 'visit', 'make-safe', 'complete', 'decide'] as const;
export type PromiseKind = (typeof PROMISE_KINDS)[number];

const calendar = reference('calendar');
const hours = z.number().positive();
const days = countSchema;

/** What our question to the customer does to the clock: FOI starts anew, a complaint is not touched. */
const onQuestion = z.enum(['pause', 'restart', 'nothing']).default('nothing');
const onClosedDay = z.enum(['stay', 'next-working-day']).default('stay');

/** The kinds of clock, each with what it counts by; how they count is written in docs/domain/promises.md. */
const clockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('elapsed-hours'), hours, onQuestion }),
  z.strictObject({ kind: z.literal('working-hours'), hours, calendar, onQuestion }),
  z.strictObject({
    kind: z.literal('working-days'),
    days,
    calendar,
    onQuestion,
    countsFrom: z.enum(['next-opening', 'day-received']).default('next-opening'),
    endsAt: z.enum(['close', 'midnight']).default('close'),
  }),
  z.strictObject({ kind: z.literal('working-days-before'), days, calendar, onQuestion }),
  z.strictObject({ kind: z.literal('clear-working-days-before'), days, calendar, onQuestion }),
  z.strictObject({ kind: z.literal('calendar-months'), months: countSchema, calendar, onQuestion, onClosedDay }),
  z.strictObject({ kind: z.literal('calendar-days'), days, calendar, onQuestion, onClosedDay }),
  z.strictObject({
    kind: z.literal('before-cut-off'),
    cutOff: z.enum(['round', 'instalment', 'committee']),
    onQuestion,
    notice: z.strictObject({ workingDays: days, calendar }).optional(),
  }),
]);
export type StandardClock = z.output<typeof clockSchema>;

/** A published standard: what is promised, by which clock, and where the figure comes from (V-20: none is invented). */
const standardSchema = z.strictObject({
  slug: slugSchema,
  name: wordsSchema,
  promise: z.enum(PROMISE_KINDS),
  /** The sentence for the customer, after which the due time is said: "We will come back for your bin". */
  what: wordsSchema,
  /** How long, as a page says it before anything is reported: "within 2 working days". */
  words: wordsSchema,
  clock: clockSchema,
  /** The moment from which it runs: `acknowledged` is when the promise to acknowledge, made with it, is kept. */
  runsFrom: z.enum(['received', 'acknowledged']).default('received'),
  /** By how much it may be lengthened, with reasons and a message; null: never. */
  extension: clockSchema.nullable().default(null),
  /** The owner is warned when this share of the time has gone. */
  warnAfter: z.number().gt(0).lt(1).default(0.75),
  /** Whether it is in the published charter. */
  charter: z.boolean().default(false),
  source: sourceSchema,
});
export type Standard = z.output<typeof standardSchema>;

export const standardsFileSchema = z.strictObject({ standards: z.array(standardSchema).min(1) });
