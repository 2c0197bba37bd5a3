import { dayOfInstant } from './local-day.ts';
import { openIntervals } from './open-intervals.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/**
 * Whether the local day in which `at` lies has any open hours.
 *
 * @throws CalendarHorizonError outside what the calendar covers
 */
export function isWorkingDay(calendar: WorkingCalendar, at: Date): boolean {
  return openIntervals(calendar, dayOfInstant(calendar.zone, at.getTime())).length > 0;
}
