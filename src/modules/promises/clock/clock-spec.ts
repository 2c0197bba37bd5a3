import { z } from 'zod';

const calendar = z
  .string('Name the calendar that it counts by')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Name a calendar by its slug, such as office-hours');
const hours = z.number('Give the hours as a number').positive('Give more than 0 hours');
const days = z.int('Give the days as a whole number').positive('Give at least 1 day');

/** What a question to the customer does to the clock: stops it until the answer, starts it anew, or nothing. */
const onQuestion = z.enum(['pause', 'restart', 'nothing'], 'Say pause, restart or nothing').default('nothing');

export const CUT_OFF_KINDS = ['round', 'instalment', 'committee'] as const;
export type CutOffKind = (typeof CUT_OFF_KINDS)[number];

/**
 * How a promise's due instant is found. Each standard names its own clock and, where hours matter, the calendar
 * that it counts by. Rules and sources: docs/domain/promises.md.
 */
export const clockSpec = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('elapsed-hours'), hours, onQuestion }),
    z.strictObject({ kind: z.literal('working-hours'), hours, calendar, onQuestion }),
    z.strictObject({
      kind: z.literal('working-days'),
      days,
      calendar,
      onQuestion,
      /** Arrived outside hours: counts as the next opening (default) or, as most Acts say, as the day it arrived. */
      countsFrom: z.enum(['next-opening', 'day-received']).default('next-opening'),
      /** The last day ends at its close (default) or at its midnight. */
      endsAt: z.enum(['close', 'midnight']).default('close'),
    }),
    z.strictObject({ kind: z.literal('working-days-before'), days, calendar, onQuestion }),
    z.strictObject({ kind: z.literal('clear-working-days-before'), days, calendar, onQuestion }),
    z.strictObject({
      kind: z.literal('calendar-months'),
      months: z.int('Give the months as a whole number').positive('Give at least 1 month'),
      calendar,
      onQuestion,
      /** When it ends on a day that is not a working day: that day all the same (default) or the next working day. */
      onClosedDay: z.enum(['stay', 'next-working-day']).default('stay'),
    }),
    z.strictObject({
      kind: z.literal('calendar-days'),
      days,
      calendar,
      onQuestion,
      onClosedDay: z.enum(['stay', 'next-working-day']).default('stay'),
    }),
    z.strictObject({
      kind: z.literal('before-cut-off'),
      cutOff: z.enum(CUT_OFF_KINDS, `Name the cut-off: ${CUT_OFF_KINDS.join(', ')}`),
      onQuestion,
      /** Notice that must be given before the cut-off; a cut-off for which it is too late is passed over. */
      notice: z.strictObject({ workingDays: days, calendar }).optional(),
    }),
  ],
  'Give the clock a kind: elapsed-hours, working-hours, working-days, working-days-before, clear-working-days-before, calendar-months, calendar-days or before-cut-off',
);

export type ClockSpec = z.infer<typeof clockSpec>;
/** A clock as a council writes it, before the defaults are filled in. */
export type ClockSpecInput = z.input<typeof clockSpec>;
