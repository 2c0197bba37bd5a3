import { describe, expect, test } from 'vitest';
import {
  addCalendarDays,
  addCalendarMonths,
  addElapsedHours,
  addWorkingDays,
  addWorkingHours,
  calendarProblems,
  isWorkingDay,
  nextOpening,
  subtractClearWorkingDays,
  subtractWorkingDays,
  type WorkingCalendar,
  workingMinutesBetween,
} from '#platform/calendar';
import { awkward, office } from '#test/calendars';

const at = (iso: string) => new Date(iso);
const roundTheClock: WorkingCalendar = {
  ...office,
  week: { saturday: [{ opens: '00:00', closes: '24:00' }], sunday: [{ opens: '00:00', closes: '24:00' }] },
};

describe('working days', () => {
  test('end at the close of the Nth working day after the day received', () => {
    expect(addWorkingDays(office, at('2026-11-24T10:00:00Z'), 5)).toEqual(at('2026-12-01T17:00:00Z'));
  });

  test('received outside hours counts as received at the next opening', () => {
    expect(addWorkingDays(office, at('2026-11-24T17:00:00Z'), 1)).toEqual(at('2026-11-26T17:00:00Z'));
    expect(addWorkingDays(office, at('2026-11-24T16:59:59.999Z'), 1)).toEqual(at('2026-11-25T17:00:00Z'));
    expect(addWorkingDays(office, at('2026-11-22T12:00:00Z'), 1)).toEqual(at('2026-11-24T17:00:00Z'));
    expect(addWorkingDays(office, at('2026-11-22T12:00:00Z'), 1, { countsFrom: 'day-received' })).toEqual(
      at('2026-11-23T17:00:00Z'),
    );
  });

  test('step over Christmas and its substitute day', () => {
    expect(addWorkingDays(office, at('2026-12-24T10:00:00Z'), 2, { endsAt: 'midnight' })).toEqual(
      at('2026-12-31T00:00:00Z'),
    );
  });

  test.each([
    ['2020-05-07T09:00:00Z', '2020-05-11T16:00:00Z', 'the early May holiday that moved to VE day'],
    ['2022-06-01T09:00:00Z', '2022-06-06T16:00:00Z', 'the Jubilee and the moved spring holiday'],
    ['2022-09-16T09:00:00Z', '2022-09-20T16:00:00Z', 'the state funeral'],
    ['2023-05-05T09:00:00Z', '2023-05-09T16:00:00Z', 'the coronation'],
  ])('from %s one working day ends %s: %s', (received, due) => {
    expect(addWorkingDays(office, at(received), 1)).toEqual(at(due));
  });

  test('a closure is not a working day, and a one-off opening is one even on a bank holiday', () => {
    expect(isWorkingDay(awkward, at('2026-11-24T12:00:00Z'))).toBe(false);
    expect(isWorkingDay(awkward, at('2026-12-25T12:00:00Z'))).toBe(true);
    expect(isWorkingDay(awkward, at('2026-12-01T12:00:00Z'))).toBe(false);
    expect(addWorkingDays(awkward, at('2026-11-23T12:00:00Z'), 1)).toEqual(at('2026-11-26T12:00:00Z'));
  });

  test('the local day decides, not the day in UTC', () => {
    expect(isWorkingDay(office, at('2026-06-14T22:59:59Z'))).toBe(false);
    expect(isWorkingDay(office, at('2026-06-14T23:00:00Z'))).toBe(true);
  });
});

describe('days back from an event', () => {
  test('ten clear working days leave out the day of the notice and the day of the event', () => {
    // For a Saturday event: Monday 30 November to Friday 11 December are the ten clear ones.
    expect(subtractClearWorkingDays(office, at('2026-12-12T19:00:00Z'), 10)).toEqual(at('2026-11-27T17:00:00Z'));
  });

  test('ten working days before a payment on 1 December 2026 is Tuesday 17 November', () => {
    expect(subtractWorkingDays(office, at('2026-12-01T00:00:00Z'), 10)).toEqual(at('2026-11-17T17:00:00Z'));
  });
});

describe('working hours', () => {
  test('walk over closing time, lunch, weekend and holiday', () => {
    expect(addWorkingHours(office, at('2026-12-24T16:00:00Z'), 2)).toEqual(at('2026-12-29T10:00:00Z'));
    expect(addWorkingHours(awkward, at('2026-11-23T11:00:00Z'), 2)).toEqual(at('2026-11-23T14:00:00Z'));
  });

  test('end at the close, not at the next opening, when the last hour ends there', () => {
    expect(addWorkingHours(office, at('2026-11-23T16:00:00Z'), 1)).toEqual(at('2026-11-23T17:00:00Z'));
    expect(addWorkingHours(office, at('2026-11-23T17:00:00Z'), 1)).toEqual(at('2026-11-24T10:00:00Z'));
  });

  test('the closing instant is closed and the opening instant is open', () => {
    expect(nextOpening(office, at('2026-11-23T17:00:00Z'))).toEqual(at('2026-11-24T09:00:00Z'));
    expect(nextOpening(office, at('2026-11-23T09:00:00Z'))).toEqual(at('2026-11-23T09:00:00Z'));
    expect(nextOpening(office, at('2026-11-23T16:59:59.999Z'))).toEqual(at('2026-11-23T16:59:59.999Z'));
  });

  test('minutes between are open minutes only, and negative backwards', () => {
    expect(workingMinutesBetween(office, at('2026-12-24T16:00:00Z'), at('2026-12-29T10:00:00Z'))).toBe(120);
    expect(workingMinutesBetween(office, at('2026-12-29T10:00:00Z'), at('2026-12-24T16:00:00Z'))).toBe(-120);
  });
});

describe('clock changes', () => {
  test('a Sunday round the clock has 23 hours in March and 25 in October', () => {
    const day = (date: string) => workingMinutesBetween(roundTheClock, addDay(date, 0), addDay(date, 1)) / 60;
    const addDay = (date: string, days: number) => addCalendarDays('Europe/London', at(`${date}T12:00:00Z`), days - 1);
    expect(day('2026-03-29')).toBe(23);
    expect(day('2026-10-25')).toBe(25);
    expect(day('2026-11-01')).toBe(24);
  });

  test('opening times follow the clock on the wall across both changes', () => {
    expect(addWorkingHours(office, at('2026-03-27T16:00:00Z'), 2)).toEqual(at('2026-03-30T09:00:00Z'));
    expect(addWorkingHours(office, at('2026-10-23T15:00:00Z'), 2)).toEqual(at('2026-10-26T10:00:00Z'));
  });

  test('hours that the clocks jump over are cut to what is left of them', () => {
    const early = (opens: string, closes: string): WorkingCalendar => ({
      ...office,
      week: { sunday: [{ opens, closes }] },
    });
    const span = (calendar: WorkingCalendar) =>
      workingMinutesBetween(calendar, at('2026-03-29T00:00:00Z'), at('2026-03-29T12:00:00Z'));
    expect(span(early('00:30', '01:30'))).toBe(30);
    expect(span(early('01:30', '02:30'))).toBe(30);
    expect(span(early('01:15', '01:45'))).toBe(0);
    expect(isWorkingDay(early('01:15', '01:45'), at('2026-03-29T12:00:00Z'))).toBe(false);
  });

  test('a time that comes twice is its first coming', () => {
    const night: WorkingCalendar = { ...office, week: { sunday: [{ opens: '01:30', closes: '03:00' }] } };
    expect(nextOpening(night, at('2026-10-24T23:00:00Z'))).toEqual(at('2026-10-25T00:30:00Z'));
    expect(workingMinutesBetween(night, at('2026-10-24T23:00:00Z'), at('2026-10-25T12:00:00Z'))).toBe(150);
  });

  test('elapsed hours do not care', () => {
    expect(addElapsedHours(at('2026-03-28T16:10:00Z'), 24)).toEqual(at('2026-03-29T16:10:00Z'));
  });

  test('a calendar day ends at its local midnight', () => {
    expect(addCalendarDays('Europe/London', at('2026-03-28T12:00:00Z'), 1)).toEqual(at('2026-03-29T23:00:00Z'));
    expect(addCalendarDays('Europe/London', at('2026-10-24T12:00:00Z'), 1)).toEqual(at('2026-10-26T00:00:00Z'));
  });
});

describe('calendar months', () => {
  test.each([
    ['2026-09-03T11:00:00Z', '2026-10-03T23:00:00Z'],
    ['2026-01-31T11:00:00Z', '2026-03-01T00:00:00Z'],
    ['2028-01-31T11:00:00Z', '2028-03-01T00:00:00Z'],
    ['2026-12-31T11:00:00Z', '2027-02-01T00:00:00Z'],
  ])('one month from %s ends %s', (received, due) => {
    expect(addCalendarMonths('Europe/London', at(received), 1)).toEqual(at(due));
  });
});

describe('a calendar that contradicts itself', () => {
  test('is described, a sentence for each fault', () => {
    const broken: WorkingCalendar = {
      ...office,
      zone: 'Europe/Romford',
      week: {
        monday: [{ opens: '17:00', closes: '09:00' }],
        tuesday: [{ opens: '9:00', closes: '25:00' }],
        friday: [
          { opens: '09:00', closes: '12:30' },
          { opens: '12:00', closes: '17:00' },
        ],
      },
      closed: { '2026-02-30': 'Never', '2026-12-24': 'Early finish' },
      openings: { '2026-12-24': [{ opens: '09:00', closes: '12:00' }] },
      validFrom: '2028-01-01',
    };
    expect(calendarProblems(broken)).toEqual([
      'zone "Europe/Romford" is not an IANA time zone, such as Europe/London.',
      '"2026-02-30" is not a date such as 2026-11-24.',
      'week.monday: it closes at 09:00, which is not after it opens at 17:00.',
      'week.tuesday: "9:00" is not a time from 00:00 to 24:00.',
      'week.tuesday: "25:00" is not a time from 00:00 to 24:00.',
      'week.friday: 12:00 is before the hours above it end (12:30).',
      '2026-12-24 is both closed and an opening: keep one of them.',
    ]);
    expect(() => nextOpening({ ...broken, zone: 'Europe/London' }, at('2026-11-24T10:00:00Z'))).toThrow(TypeError);
    expect(calendarProblems(awkward)).toEqual([]);
  });

  test('that never opens is found out', () => {
    const never: WorkingCalendar = { ...office, week: {} };
    expect(() => nextOpening(never, at('2024-01-01T00:00:00Z'))).toThrow('does not open within 400 days');
    expect(() => addWorkingDays(never, at('2024-01-01T00:00:00Z'), 1, { countsFrom: 'day-received' })).toThrow(
      RangeError,
    );
  });
});
