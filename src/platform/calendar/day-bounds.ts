import { dayNumber, plainDate, startOfDay } from './local-day.ts';
import { localMoment } from './local-moment.ts';
import type { LocalDate } from './working-calendar.ts';

/** The calendar date on the wall of a zone at an instant, `2026-11-24`. */
export function localDateAt(zone: string, at: Date): LocalDate {
  return localMoment(zone, at).date;
}

/** The date so many days later; earlier with a negative number. */
export function plusDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The same day so many months later; the last of a month that is too short. */
export function plusMonths(date: LocalDate, months: number): LocalDate {
  return plainDate(dayNumber(date)).add({ months }).toString();
}

/** A local day from midnight to midnight: 23 or 25 hours where the clocks change. `to` is not part of it. */
export function dayBounds(zone: string, date: LocalDate): { from: Date; to: Date } {
  const day = dayNumber(date);
  return { from: new Date(startOfDay(zone, day)), to: new Date(startOfDay(zone, day + 1)) };
}
