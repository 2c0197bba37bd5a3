import { Temporal } from 'temporal-polyfill';
import type { OpenHours, WorkingCalendar } from './working-calendar.ts';

const LOCAL_TIME = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** What is wrong with a calendar, a sentence each that names the place and what is expected; none when it is sound. */
export function calendarProblems(calendar: WorkingCalendar): string[] {
  return [
    ...zoneProblems(calendar.zone),
    ...dateProblems(calendar),
    ...Object.entries(calendar.week).flatMap(([day, hours]) => hoursProblems(`week.${day}`, hours)),
    ...Object.entries(calendar.openings).flatMap(([date, hours]) => hoursProblems(`openings.${date}`, hours)),
    ...Object.keys(calendar.openings)
      .filter((date) => calendar.closed[date] !== undefined)
      .map((date) => `${date} is both closed and an opening: keep one of them.`),
  ];
}

function zoneProblems(zone: string): string[] {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return [];
  } catch {
    return [`zone "${zone}" is not an IANA time zone, such as Europe/London.`];
  }
}

function dateProblems({ closed, openings, holidays, validFrom, validThrough }: WorkingCalendar): string[] {
  const dates = [
    ...Object.keys(closed),
    ...Object.keys(openings),
    ...holidays,
    validFrom ?? validThrough,
    validThrough,
  ];
  const wrong = dates.filter((date) => !isDate(date)).map((date) => `"${date}" is not a date such as 2026-11-24.`);
  if (wrong.length === 0 && validFrom !== undefined && validFrom > validThrough) {
    wrong.push(`validFrom ${validFrom} is after validThrough ${validThrough}.`);
  }
  return wrong;
}

function isDate(date: string): boolean {
  try {
    return Temporal.PlainDate.from(date).toString() === date;
  } catch {
    return false;
  }
}

function hoursProblems(place: string, hours: readonly OpenHours[]): string[] {
  const badTimes = hours
    .flatMap(({ opens, closes }) => [opens, closes])
    .filter((time) => !LOCAL_TIME.test(time))
    .map((time) => `${place}: "${time}" is not a time from 00:00 to 24:00.`);
  if (badTimes.length > 0) return badTimes;
  return hours.flatMap(({ opens, closes }, at) => {
    const before = hours[at - 1];
    if (opens >= closes) return [`${place}: it closes at ${closes}, which is not after it opens at ${opens}.`];
    if (before && opens < before.closes)
      return [`${place}: ${opens} is before the hours above it end (${before.closes}).`];
    return [];
  });
}
