import { z } from 'zod';
import { CHANNELS, ENDINGS, slugSchema } from '#modules/councils';
import type { ClockSpec } from '#modules/promises';
import { localTimeReader } from './local-time.ts';

const column = z.string().min(1, 'the name of a column');

const columnsSchema = z.strictObject({
  /** What tells a request from all others in its system; the same id is the same case. */
  id: column,
  opened: column,
  status: column,
  type: column,
  channel: column,
  closed: column.optional(),
  updated: column.optional(),
  /** The instant that its own system promised; it wins over the targets below. */
  target: column.optional(),
  place: column.optional(),
  postcode: column.optional(),
  latitude: column.optional(),
  longitude: column.optional(),
  /** Columns whose words describe the request, in this order. */
  description: z.array(column).default([]),
});

/** A target in hours or days; working time is counted on the mapping's calendar. */
const targetSchema = z.union(
  [
    z.strictObject({ hours: z.number().positive() }),
    z.strictObject({ workingHours: z.number().positive() }),
    z.strictObject({ workingDays: z.int().positive() }),
  ],
  'one of hours, workingHours or workingDays, with a number above 0',
);
export type ImportTarget = z.output<typeof targetSchema>;

const datesSchema = z
  .string()
  .refine((pattern) => localTimeReader(pattern) !== null, 'a pattern such as "MM/dd/yyyy hh:mm:ss a"');

const zoneSchema = z
  .string()
  .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), 'a time zone such as "America/New_York"');

/** How to read another system's file of requests: docs/how-to/import-requests.md says each line in words. */
export const importMappingSchema = z.strictObject({
  /** Names the system that the rows come from; ids are told apart by it. */
  source: slugSchema,
  council: slugSchema,
  /** The zone of the file's times, which carry none themselves. */
  zone: zoneSchema,
  /** The council's calendar on which targets in working time are counted. */
  calendar: slugSchema,
  columns: columnsSchema,
  dates: datesSchema,
  channels: z.record(z.string(), z.enum(CHANNELS)),
  statuses: z.record(z.string(), z.enum(['open', ...ENDINGS])),
  services: z.record(z.string(), slugSchema),
  /** Takes every type that is not named above. */
  serviceOtherwise: slugSchema,
  targets: z.record(z.string(), targetSchema).default({}),
  targetOtherwise: targetSchema,
  /** Digits of a postcode that spreadsheets shortened: "2132.0" is 02132 with five. */
  postcodeDigits: z.int().min(3).max(10).optional(),
});
export type ImportMapping = z.output<typeof importMappingSchema>;

/** The clock of a request's promise, by its type. */
export function targetClock({ targets, targetOtherwise, calendar }: ImportMapping, type: string): ClockSpec {
  const target = targets[type] ?? targetOtherwise;
  const onQuestion = 'nothing';
  if ('hours' in target) return { kind: 'elapsed-hours', hours: target.hours, onQuestion };
  if ('workingHours' in target) return { kind: 'working-hours', hours: target.workingHours, calendar, onQuestion };
  const counted = { countsFrom: 'next-opening', endsAt: 'close' } as const;
  return { kind: 'working-days', days: target.workingDays, calendar, onQuestion, ...counted };
}
