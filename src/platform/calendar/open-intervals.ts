import { CalendarHorizonError } from './calendar-horizon-error.ts';
import { calendarProblems } from './calendar-problems.ts';
import { type DayNumber, dayNumber, instantOfLocalTime, plainDate } from './local-day.ts';
import { type OpenHours, WEEKDAYS, type WorkingCalendar } from './working-calendar.ts';

/** Open from `start` up to, and not including, `end`: milliseconds of the epoch. */
export interface OpenInterval {
  readonly start: number;
  readonly end: number;
}

interface Compiled {
  readonly firstDay: DayNumber;
  readonly lastDay: DayNumber;
  readonly days: Map<DayNumber, readonly OpenInterval[]>;
}

const compiledCalendars = new WeakMap<WorkingCalendar, Compiled>();

/**
 * The open intervals of a local day, in order; none on a day that is closed.
 *
 * @throws CalendarHorizonError on a day outside what the calendar covers
 * @throws TypeError when the calendar contradicts itself (see `calendarProblems`)
 */
export function openIntervals(calendar: WorkingCalendar, day: DayNumber): readonly OpenInterval[] {
  const { days, firstDay, lastDay } = compile(calendar);
  const known = days.get(day);
  if (known) return known;
  if (day < firstDay || day > lastDay) throw beyondHorizon(calendar, day);
  const intervals = computeIntervals(calendar, day);
  days.set(day, intervals);
  return intervals;
}

function compile(calendar: WorkingCalendar): Compiled {
  const known = compiledCalendars.get(calendar);
  if (known) return known;
  const problems = calendarProblems(calendar);
  if (problems.length > 0) throw new TypeError(problems.join(' '));
  const compiled: Compiled = {
    firstDay: calendar.validFrom === undefined ? Number.NEGATIVE_INFINITY : dayNumber(calendar.validFrom),
    lastDay: dayNumber(calendar.validThrough),
    days: new Map(),
  };
  compiledCalendars.set(calendar, compiled);
  return compiled;
}

function beyondHorizon({ validFrom, validThrough }: WorkingCalendar, day: DayNumber): CalendarHorizonError {
  return new CalendarHorizonError(plainDate(day).toString(), { from: validFrom ?? null, through: validThrough });
}

function computeIntervals(calendar: WorkingCalendar, day: DayNumber): OpenInterval[] {
  const { zone } = calendar;
  return hoursOf(calendar, day)
    .map(({ opens, closes }) => ({
      start: instantOfLocalTime(zone, day, opens),
      end: instantOfLocalTime(zone, day, closes),
    }))
    .filter(({ start, end }) => start < end); // nothing is left of hours that the clocks jump over
}

function hoursOf(calendar: WorkingCalendar, day: DayNumber): readonly OpenHours[] {
  const date = plainDate(day);
  const key = date.toString();
  const opening = calendar.openings[key];
  if (opening) return opening;
  if (calendar.closed[key] !== undefined || calendar.holidays.has(key)) return [];
  const weekday = WEEKDAYS[date.dayOfWeek - 1];
  return (weekday && calendar.week[weekday]) ?? [];
}
