import { dayOfInstant } from './local-day.ts';

/** Local days after the day of `from`, up to and with the day of `to`: 0 on the same day. */
export function calendarDaysBetween(zone: string, from: Date, to: Date): number {
  return dayOfInstant(zone, to.getTime()) - dayOfInstant(zone, from.getTime());
}
