import type { CalendarDefinition } from './calendars-schema.ts';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
type OpenHours = NonNullable<CalendarDefinition['week']['monday']>[number];

/** One line of opening hours: "Monday to Friday", "9am to 5pm". */
export interface HoursLine {
  readonly days: string;
  readonly hours: string;
}

/**
 * The hours of a usual week, neighbouring days with the same hours on one line, closed days left out. The one source
 * for web, telephone and desk, so that they cannot disagree (C-33). English only so far.
 */
export function hoursInWords({ week }: Pick<CalendarDefinition, 'week'>): HoursLine[] {
  const lines: { first: number; last: number; hours: string }[] = [];
  WEEKDAYS.forEach((day, index) => {
    const hours = hoursOf(week[day] ?? []);
    const before = lines.at(-1);
    if (hours === null) return;
    if (before?.hours === hours && before.last === index - 1) before.last = index;
    else lines.push({ first: index, last: index, hours });
  });
  return lines.map(({ first, last, hours }) => ({ days: daysOf(first, last), hours }));
}

function daysOf(first: number, last: number): string {
  if (first === 0 && last === 6) return 'Every day';
  if (first === last) return dayName(first);
  return `${dayName(first)} ${last === first + 1 ? 'and' : 'to'} ${dayName(last)}`;
}

function dayName(index: number): string {
  const name = WEEKDAYS[index] ?? '';
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function hoursOf(intervals: readonly OpenHours[]): string | null {
  if (intervals.length === 0) return null;
  if (intervals.some(({ opens, closes }) => opens === '00:00' && closes === '24:00')) return 'day and night';
  return intervals.map(({ opens, closes }) => `${timeOf(opens)} to ${timeOf(closes)}`).join(' and ');
}

/** "9am", "9:30am", "midday", "midnight", as GOV.UK writes times. */
function timeOf(time: string): string {
  if (time === '00:00' || time === '24:00') return 'midnight';
  if (time === '12:00') return 'midday';
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}
