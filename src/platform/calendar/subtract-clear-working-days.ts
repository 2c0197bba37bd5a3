import { subtractWorkingDays } from './subtract-working-days.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/**
 * The latest moment for a notice that needs so many clear working days before an event: neither the day of the
 * notice nor the day of the event is counted, so it is one working day more than `subtractWorkingDays`.
 *
 * @throws CalendarHorizonError when the walk leaves what the calendar covers
 */
export function subtractClearWorkingDays(calendar: WorkingCalendar, event: Date, days: number): Date {
  return subtractWorkingDays(calendar, event, days + 1);
}
