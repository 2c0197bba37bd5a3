import { dayOfInstant } from './local-day.ts';
import { nextOpeningInstant } from './next-opening.ts';
import { openIntervals } from './open-intervals.ts';
import type { WorkingCalendar } from './working-calendar.ts';

const MILLISECONDS_AN_HOUR = 3_600_000;

/**
 * The instant by which so many working hours have passed since `at`, walking the open intervals. It is the
 * closing instant, not the next opening, when the last hour ends as the office closes. No hours: the next opening.
 *
 * @param hours 0 or more; parts of an hour are counted to the millisecond
 * @throws CalendarHorizonError when the walk leaves what the calendar covers
 */
export function addWorkingHours(calendar: WorkingCalendar, at: Date, hours: number): Date {
  return new Date(addWorkingTime(calendar, at.getTime(), Math.round(hours * MILLISECONDS_AN_HOUR)));
}

function addWorkingTime(calendar: WorkingCalendar, at: number, duration: number): number {
  if (!(duration >= 0)) throw new RangeError(`A working duration cannot be ${duration}.`);
  let instant = nextOpeningInstant(calendar, at);
  let left = duration;
  for (;;) {
    const end = endOfOpenInterval(calendar, instant);
    if (left <= end - instant) return instant + left;
    left -= end - instant;
    instant = nextOpeningInstant(calendar, end);
  }
}

function endOfOpenInterval(calendar: WorkingCalendar, instant: number): number {
  const intervals = openIntervals(calendar, dayOfInstant(calendar.zone, instant));
  const open = intervals.find(({ start, end }) => start <= instant && instant < end);
  if (!open) throw new Error('Only an open instant has an interval around it.');
  return open.end;
}
