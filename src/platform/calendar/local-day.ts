import { Temporal } from 'temporal-polyfill';
import type { LocalDate, LocalTime } from './working-calendar.ts';

/**
 * Local days are counted from 1 January 1970, so that walking over them is adding one. Where a day begins
 * comes from Temporal once per zone and day and is then remembered: it never changes.
 */
export type DayNumber = number;

const EPOCH = Temporal.PlainDate.from('1970-01-01');
const MILLISECONDS_A_DAY = 86_400_000;
const startsByZone = new Map<string, Map<DayNumber, number>>();

/** The local day in which an instant (milliseconds of the epoch) lies. */
export function dayOfInstant(zone: string, instant: number): DayNumber {
  // The same day in UTC is never more than one day off.
  const guess = Math.floor(instant / MILLISECONDS_A_DAY);
  if (instant < startOfDay(zone, guess)) return guess - 1;
  return instant < startOfDay(zone, guess + 1) ? guess : guess + 1;
}

/** The instant (milliseconds of the epoch) at which a local day begins. */
export function startOfDay(zone: string, day: DayNumber): number {
  const starts = startsByZone.get(zone) ?? new Map<DayNumber, number>();
  startsByZone.set(zone, starts);
  const known = starts.get(day);
  if (known !== undefined) return known;
  const start = plainDate(day).toZonedDateTime(zone).epochMilliseconds;
  starts.set(day, start);
  return start;
}

/**
 * The instant (milliseconds of the epoch) of a local time. A time that the clocks jump over is the moment of
 * the jump; a time that comes twice is the first. So later times never come before earlier ones.
 */
export function instantOfLocalTime(zone: string, day: DayNumber, time: LocalTime): number {
  if (time === '24:00') return startOfDay(zone, day + 1);
  const wanted = plainDate(day).toPlainDateTime(Temporal.PlainTime.from(time));
  const found = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (found.toPlainDateTime().equals(wanted)) return found.epochMilliseconds;
  return found.getTimeZoneTransition('next')?.epochMilliseconds ?? found.epochMilliseconds;
}

export function dayNumber(date: LocalDate): DayNumber {
  return EPOCH.until(Temporal.PlainDate.from(date), { largestUnit: 'day' }).days;
}

export function plainDate(day: DayNumber): Temporal.PlainDate {
  return EPOCH.add({ days: day });
}
