import { dayOfInstant } from './local-day.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import { endOfWorkingDay, stepWorkingDays } from './working-day.ts';

/**
 * The latest moment for a notice that needs so many working days before an event: the close of the Nth working
 * day before the event's day (ten working days before a payment on Tuesday 1 December 2026 is Tuesday 17 November).
 *
 * @throws CalendarHorizonError when the walk leaves what the calendar covers
 */
export function subtractWorkingDays(calendar: WorkingCalendar, event: Date, days: number): Date {
  const day = stepWorkingDays(calendar, dayOfInstant(calendar.zone, event.getTime()), -days);
  return new Date(endOfWorkingDay(calendar, day, 'close'));
}
