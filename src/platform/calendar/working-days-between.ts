import { openIntervals } from './open-intervals.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import { type CountsFrom, receivedDay } from './working-day.ts';

/**
 * Working days after the day of `from`, up to and with the day of `to`: 0 on the same day. The days are those on which
 * something received at that instant counts as received.
 *
 * @throws CalendarHorizonError when either lies outside what the calendar covers
 */
export function workingDaysBetween(
  calendar: WorkingCalendar,
  from: Date,
  to: Date,
  countsFrom: CountsFrom = 'next-opening',
): number {
  const last = receivedDay(calendar, to.getTime(), countsFrom);
  let count = 0;
  for (let day = receivedDay(calendar, from.getTime(), countsFrom) + 1; day <= last; day += 1) {
    if (openIntervals(calendar, day).length > 0) count += 1;
  }
  return count;
}
