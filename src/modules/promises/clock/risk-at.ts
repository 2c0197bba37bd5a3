import { addWorkingHours, type WorkingCalendar, workingMinutesBetween } from '#platform/calendar';
import { type Calendars, type Refused, withCalendar } from './clock-result.ts';
import type { ClockSpec } from './clock-spec.ts';

const MILLISECONDS_A_MINUTE = 60_000;

interface RunningPromise {
  readonly spec: ClockSpec;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly calendars: Calendars;
}

interface RiskRule {
  /** The part of the time after which the promise is at risk, over 0 and under 1. */
  readonly share?: number;
  /** The warning comes at least so many minutes before the due instant, or at the start when there are fewer. */
  readonly leadMinutes?: number;
}

/**
 * When a promise becomes at risk, so that its owner is warned while there is still time. Time is working time where
 * the clock names a calendar, so the warning comes while somebody is there, and elapsed time otherwise.
 */
export function riskAt(
  { spec, startedAt, dueAt, calendars }: RunningPromise,
  { share = 0.75, leadMinutes = 60 }: RiskRule = {},
): { readonly ok: true; readonly riskAt: Date } | Refused {
  const name = calendarOf(spec);
  const quiet = (minutes: number) => Math.max(0, minutes - Math.max(minutes * (1 - share), leadMinutes));
  if (name === null) {
    const minutes = quiet((dueAt.getTime() - startedAt.getTime()) / MILLISECONDS_A_MINUTE);
    return { ok: true, riskAt: new Date(startedAt.getTime() + Math.round(minutes * MILLISECONDS_A_MINUTE)) };
  }
  const at = withCalendar(calendars, name, (calendar) => workingRiskAt(calendar, startedAt, dueAt, quiet));
  return at instanceof Date ? { ok: true, riskAt: at } : at;
}

function calendarOf(spec: ClockSpec): string | null {
  if (spec.kind === 'elapsed-hours') return null;
  if (spec.kind === 'before-cut-off') return spec.notice?.calendar ?? null;
  return spec.calendar;
}

function workingRiskAt(
  calendar: WorkingCalendar,
  startedAt: Date,
  dueAt: Date,
  quiet: (minutes: number) => number,
): Date {
  const minutes = workingMinutesBetween(calendar, startedAt, dueAt);
  return minutes <= 0 ? startedAt : addWorkingHours(calendar, startedAt, quiet(minutes) / 60);
}
