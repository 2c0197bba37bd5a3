import { type DayNumber, dayOfInstant, startOfDay } from './local-day.ts';
import { nextOpeningInstant } from './next-opening.ts';
import { openIntervals } from './open-intervals.ts';
import type { WorkingCalendar } from './working-calendar.ts';

const MOST_CLOSED_DAYS = 400;

/**
 * On which day something that arrives outside hours counts as received: the working day that opens next
 * (what customers expect of an office), or the local day of its arrival (what most Acts say).
 */
export type CountsFrom = 'next-opening' | 'day-received';

/** When a day counted by working days ends: when the office closes, or at the midnight that ends the day. */
export type EndsAt = 'close' | 'midnight';

export function receivedDay(calendar: WorkingCalendar, at: number, countsFrom: CountsFrom): DayNumber {
  return dayOfInstant(calendar.zone, countsFrom === 'next-opening' ? nextOpeningInstant(calendar, at) : at);
}

/** The Nth working day after `from` (before it when `count` is negative); `from` itself when it is 0. */
export function stepWorkingDays(calendar: WorkingCalendar, from: DayNumber, count: number): DayNumber {
  const step = Math.sign(count);
  let day = from;
  let left = Math.abs(count);
  let closedDays = 0;
  while (left > 0) {
    day += step;
    if (openIntervals(calendar, day).length > 0) {
      left -= 1;
      closedDays = 0;
    } else {
      closedDays += 1;
      if (closedDays > MOST_CLOSED_DAYS) throw new RangeError('The calendar has no working day in 400 days.');
    }
  }
  return day;
}

/** The end of a working day, in milliseconds of the epoch. */
export function endOfWorkingDay(calendar: WorkingCalendar, day: DayNumber, endsAt: EndsAt): number {
  const midnight = startOfDay(calendar.zone, day + 1);
  return endsAt === 'midnight' ? midnight : (openIntervals(calendar, day).at(-1)?.end ?? midnight);
}
