import { dayOfInstant } from './local-day.ts';
import { openIntervals } from './open-intervals.ts';
import type { WorkingCalendar } from './working-calendar.ts';

const MILLISECONDS_A_MINUTE = 60_000;

/**
 * Open minutes from one instant up to another; negative when `to` is before `from`.
 *
 * @throws CalendarHorizonError when either lies outside what the calendar covers
 */
export function workingMinutesBetween(calendar: WorkingCalendar, from: Date, to: Date): number {
  return workingTimeBetween(calendar, from.getTime(), to.getTime()) / MILLISECONDS_A_MINUTE;
}

function workingTimeBetween(calendar: WorkingCalendar, from: number, to: number): number {
  if (to < from) return -workingTimeBetween(calendar, to, from);
  const lastDay = dayOfInstant(calendar.zone, to);
  let total = 0;
  for (let day = dayOfInstant(calendar.zone, from); day <= lastDay; day += 1) {
    for (const { start, end } of openIntervals(calendar, day)) {
      total += Math.max(0, Math.min(end, to) - Math.max(start, from));
    }
  }
  return total;
}
