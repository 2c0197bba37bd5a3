import { dayOfInstant } from './local-day.ts';
import { openIntervals } from './open-intervals.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Longer than any closure, so that a calendar that never opens is found out instead of walked to its end. */
const MOST_CLOSED_DAYS = 400;

/**
 * The first open instant at or after `at`: `at` itself while it is open. The closing instant is not open.
 *
 * @throws CalendarHorizonError when that lies past what the calendar covers
 * @throws RangeError when the calendar does not open within 400 days
 */
export function nextOpening(calendar: WorkingCalendar, at: Date): Date {
  return new Date(nextOpeningInstant(calendar, at.getTime()));
}

/** The same in milliseconds of the epoch, for the other functions of this folder. */
export function nextOpeningInstant(calendar: WorkingCalendar, at: number): number {
  const firstDay = dayOfInstant(calendar.zone, at);
  for (let day = firstDay; day <= firstDay + MOST_CLOSED_DAYS; day += 1) {
    const open = openIntervals(calendar, day).find(({ end }) => at < end);
    if (open) return Math.max(at, open.start);
  }
  throw new RangeError(`The calendar does not open within ${MOST_CLOSED_DAYS} days.`);
}
