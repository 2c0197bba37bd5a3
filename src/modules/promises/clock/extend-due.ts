import {
  addCalendarDays,
  addElapsedHours,
  addWorkingDays,
  addWorkingHours,
  calendarDaysBetween,
  type WorkingCalendar,
  workingDaysBetween,
  workingMinutesBetween,
} from '#platform/calendar';
import { type Calendars, type DueResult, withCalendar } from './clock-result.ts';
import type { ClockSpec } from './clock-spec.ts';

const MILLISECONDS_AN_HOUR = 3_600_000;

export interface AnsweredPause {
  readonly from: Date;
  readonly until: Date;
}

/**
 * The counted due instant moved on by what a pause took, in the clock's own measure: elapsed time, working time, or
 * days. A clock of days counts the days after the question up to the day of the answer, as it counts everything, so a
 * question that is answered on the same day does not move it.
 */
export function extendDue(spec: ClockSpec, calendars: Calendars, counted: Date, pause: AnsweredPause): DueResult {
  if (spec.kind === 'before-cut-off') return { ok: true, dueAt: counted };
  if (spec.kind === 'elapsed-hours') return { ok: true, dueAt: addElapsedHours(counted, elapsedHours(pause)) };
  const extended = withCalendar(calendars, spec.calendar, (calendar) => extendOn(calendar, spec, counted, pause));
  return extended instanceof Date ? { ok: true, dueAt: extended } : extended;
}

function elapsedHours({ from, until }: AnsweredPause): number {
  return (until.getTime() - from.getTime()) / MILLISECONDS_AN_HOUR;
}

function extendOn(
  calendar: WorkingCalendar,
  spec: Exclude<ClockSpec, { kind: 'elapsed-hours' | 'before-cut-off' }>,
  counted: Date,
  { from, until }: AnsweredPause,
): Date {
  // The due instant ends its last day, so the instant before it is what lies in that day.
  const lastDay = new Date(counted.getTime() - 1);
  switch (spec.kind) {
    case 'working-hours': {
      const minutes = workingMinutesBetween(calendar, from, until);
      return minutes === 0 ? counted : addWorkingHours(calendar, counted, minutes / 60);
    }
    case 'working-days': {
      const days = workingDaysBetween(calendar, from, until, spec.countsFrom);
      return addWorkingDays(calendar, lastDay, days, { countsFrom: 'day-received', endsAt: spec.endsAt });
    }
    case 'calendar-days':
    case 'calendar-months':
      return addCalendarDays(calendar.zone, lastDay, calendarDaysBetween(calendar.zone, from, until));
    case 'working-days-before':
    case 'clear-working-days-before':
      return counted;
  }
}
