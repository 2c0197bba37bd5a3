import { dayOfInstant, startOfDay } from './local-day.ts';

/** The midnight that ends the Nth local day after the day received; every day counts. */
export function addCalendarDays(zone: string, at: Date, days: number): Date {
  return new Date(startOfDay(zone, dayOfInstant(zone, at.getTime()) + days + 1));
}
