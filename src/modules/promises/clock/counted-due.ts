import {
  addCalendarDays,
  addCalendarMonths,
  addElapsedHours,
  addWorkingDays,
  addWorkingHours,
  subtractClearWorkingDays,
  subtractWorkingDays,
  type WorkingCalendar,
} from '#platform/calendar';
import { type ClockFacts, type DueResult, type Refused, refuse, withCalendar } from './clock-result.ts';
import type { ClockSpec } from './clock-spec.ts';
import { dueBeforeCutOff } from './due-before-cut-off.ts';

type CalendarSpec = Exclude<ClockSpec, { kind: 'elapsed-hours' | 'before-cut-off' }>;

/** The due instant as counted, before a last day that is closed moves it on (see `settleDue`). */
export function countedDue(spec: ClockSpec, facts: ClockFacts): DueResult {
  if (spec.kind === 'elapsed-hours') return { ok: true, dueAt: addElapsedHours(facts.startedAt, spec.hours) };
  if (spec.kind === 'before-cut-off') return dueBeforeCutOff(spec, facts);
  const due = withCalendar(facts.calendars, spec.calendar, (calendar) => countOn(calendar, spec, facts));
  return due instanceof Date ? { ok: true, dueAt: due } : due;
}

function countOn(calendar: WorkingCalendar, spec: CalendarSpec, { startedAt, event }: ClockFacts): Date | Refused {
  switch (spec.kind) {
    case 'working-hours':
      return addWorkingHours(calendar, startedAt, spec.hours);
    case 'working-days':
      return addWorkingDays(calendar, startedAt, spec.days, spec);
    case 'calendar-months':
      return addCalendarMonths(calendar.zone, startedAt, spec.months);
    case 'calendar-days':
      return addCalendarDays(calendar.zone, startedAt, spec.days);
    case 'working-days-before':
      return beforeEvent(startedAt, event, (at) => subtractWorkingDays(calendar, at, spec.days));
    case 'clear-working-days-before':
      return beforeEvent(startedAt, event, (at) => subtractClearWorkingDays(calendar, at, spec.days));
  }
}

function beforeEvent(startedAt: Date, event: Date | undefined, latest: (event: Date) => Date): Date | Refused {
  if (!event) return refuse('no-event', 'This clock counts back from an event, and its date is not known.');
  const due = latest(event);
  if (due >= startedAt) return due;
  return refuse('too-late', `Notice for this event was due by ${due.toISOString()}, before the clock started.`);
}
