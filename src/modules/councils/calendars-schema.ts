import { z } from 'zod';
import { dateSchema, slugSchema, sourceSchema } from './primitives.ts';
import { textSchema, wordsSchema } from './words.ts';

export const NATIONS = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
export type Nation = (typeof NATIONS)[number];

/** Whose bank holidays are closed days. Freedom of information skips those of every nation of the United Kingdom. */
const HOLIDAYS = [...NATIONS, 'united-kingdom', 'none'] as const;

/**
 * Calendars that Acts count by. They are the same for every council and need not be written: whole weekdays but for the
 * bank holidays of one nation or, for `foi`, of every nation (Freedom of Information Act 2000 s.10(6)).
 */
export const LEGAL_CALENDARS = ['foi', ...NATIONS] as const;

const LOCAL_TIME = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
const localTime = z.string().regex(LOCAL_TIME, 'a time in quotes, such as "09:00"; "24:00" ends a day');

/** Open from `opens` up to, and not including, `closes`. */
const openHoursSchema = z
  .strictObject({ opens: localTime, closes: localTime })
  .refine(({ opens, closes }) => opens < closes, { path: ['closes'], error: 'a time after the opening' });

const dayHours = z.array(openHoursSchema);
const weekSchema = z.strictObject({
  monday: dayHours.optional(),
  tuesday: dayHours.optional(),
  wednesday: dayHours.optional(),
  thursday: dayHours.optional(),
  friday: dayHours.optional(),
  saturday: dayHours.optional(),
  sunday: dayHours.optional(),
});

/**
 * One calendar of working or opening hours; a weekday left out is closed. What a date is, strongest first: `openings`,
 * `closed`, the bank holidays of `holidays`, `week`. Bank holidays are national data and are not repeated here.
 */
export const calendarSchema = z.strictObject({
  slug: slugSchema.refine(
    (slug) => !LEGAL_CALENDARS.some((legal) => legal === slug),
    'another name: this one is a calendar of law',
  ),
  name: wordsSchema,
  holidays: z.enum(HOLIDAYS),
  week: weekSchema,
  closed: z.record(dateSchema, textSchema).default({}),
  openings: z.record(dateSchema, dayHours).default({}),
  source: sourceSchema.optional(),
});
export type CalendarDefinition = z.output<typeof calendarSchema>;

export const calendarsFileSchema = z.strictObject({ calendars: z.array(calendarSchema).min(1) });
