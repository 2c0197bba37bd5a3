import { Temporal } from 'temporal-polyfill';
import { localDateAt, plusDays } from '#platform/calendar';

/** A calendar date without a zone, "2026-11-24", as the database keeps it. */
export type LocalDate = string;

/** The date on the wall calendar of a zone at an instant. */
export function localDate(at: Date, zone: string): LocalDate {
  return localDateAt(zone, at);
}

/** The instant of a local date and time ("06:00"). A time that the clocks jump over is the moment after the jump. */
export function instantOf(on: LocalDate, time: string, zone: string): Date {
  const at = Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) });
  return new Date(at.epochMilliseconds);
}

/** The midnight that ends a date. */
export function endOfDay(on: LocalDate, zone: string): Date {
  return instantOf(addDays(on, 1), '00:00', zone);
}

export function addDays(on: LocalDate, days: number): LocalDate {
  return plusDays(on, days);
}

/** Whole days from one date to a later one; negative when it is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}
