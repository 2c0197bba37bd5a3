import { dayNumber, dayOfInstant, plainDate, startOfDay } from './local-day.ts';

/**
 * The midnight that ends the corresponding local day so many months later; where that month is too short, its last
 * day (31 January and one month is 28 February). Source: ICO, time limits for responding to data protection requests.
 */
export function addCalendarMonths(zone: string, at: Date, months: number): Date {
  const received = plainDate(dayOfInstant(zone, at.getTime()));
  return new Date(startOfDay(zone, dayNumber(received.add({ months }).toString()) + 1));
}
