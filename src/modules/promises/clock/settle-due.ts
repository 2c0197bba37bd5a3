import { addCalendarDays, addWorkingDays, isWorkingDay, type WorkingCalendar } from '#platform/calendar';
import { type Calendars, type DueResult, withCalendar } from './clock-result.ts';
import type { ClockSpec } from './clock-spec.ts';

/** A period of months or days that ends on a closed day ends with the next working day, where its clock says so. */
export function settleDue(spec: ClockSpec, calendars: Calendars, counted: Date): DueResult {
  if (spec.kind !== 'calendar-months' && spec.kind !== 'calendar-days') return { ok: true, dueAt: counted };
  if (spec.onClosedDay === 'stay') return { ok: true, dueAt: counted };
  const settled = withCalendar(calendars, spec.calendar, (calendar) => endOfOpenDay(calendar, counted));
  return settled instanceof Date ? { ok: true, dueAt: settled } : settled;
}

function endOfOpenDay(calendar: WorkingCalendar, midnight: Date): Date {
  // The last instant of the period's last day: the midnight that ends it belongs to the next day.
  const lastDay = new Date(midnight.getTime() - 1);
  if (isWorkingDay(calendar, lastDay)) return addCalendarDays(calendar.zone, lastDay, 0);
  return addWorkingDays(calendar, lastDay, 1, { countsFrom: 'day-received', endsAt: 'midnight' });
}
