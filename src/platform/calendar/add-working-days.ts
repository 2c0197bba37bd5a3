import type { WorkingCalendar } from './working-calendar.ts';
import { type CountsFrom, type EndsAt, endOfWorkingDay, receivedDay, stepWorkingDays } from './working-day.ts';

/**
 * The end of the Nth working day after the day received.
 *
 * @param days a whole number, 0 or more; 0 is the end of the day received
 * @param options `countsFrom` (default: received outside hours counts as received at the next opening) and
 *   `endsAt` (default: the close of that day)
 * @throws CalendarHorizonError when the walk leaves what the calendar covers
 */
export function addWorkingDays(
  calendar: WorkingCalendar,
  at: Date,
  days: number,
  { countsFrom = 'next-opening', endsAt = 'close' }: { countsFrom?: CountsFrom; endsAt?: EndsAt } = {},
): Date {
  const day = stepWorkingDays(calendar, receivedDay(calendar, at.getTime(), countsFrom), days);
  return new Date(endOfWorkingDay(calendar, day, endsAt));
}
