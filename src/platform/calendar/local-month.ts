import { dayNumber, dayOfInstant, plainDate, startOfDay } from './local-day.ts';

/** A month of the council's calendar, `YYYY-MM`, from its first midnight to the one after its last day. */
export interface LocalMonth {
  month: string;
  from: Date;
  to: Date;
}

const MONTH = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/;

/** @returns undefined for what is no month */
export function localMonth(zone: string, month: string): LocalMonth | undefined {
  if (!MONTH.test(month)) return undefined;
  const first = plainDate(dayNumber(`${month}-01`));
  const at = (date: { toString(): string }) => new Date(startOfDay(zone, dayNumber(date.toString())));
  return { month, from: at(first), to: at(first.add({ months: 1 })) };
}

/** The month in which an instant lies, or one so many months later or earlier: `YYYY-MM`. */
export function monthOf(zone: string, at: Date, later = 0): string {
  const day = plainDate(dayOfInstant(zone, at.getTime()));
  return day.with({ day: 1 }).add({ months: later }).toString().slice(0, 7);
}
