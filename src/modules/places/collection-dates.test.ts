import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectionDates } from './collection-dates.ts';
import { addDays, daysBetween, endOfDay, instantOf, localDate } from './local-date.ts';

const fortnightly = { everyWeeks: 2, first: '2026-11-24' };

describe('the dates of a round', () => {
  test('lie whole periods before and after the date that is known', () => {
    const dates = collectionDates(fortnightly, '2026-10-20', '2026-12-31').map(({ on }) => on);
    expect(dates).toEqual(['2026-10-27', '2026-11-10', '2026-11-24', '2026-12-08', '2026-12-22']);
  });

  test('take the date they were moved to, and remember the one they had', () => {
    const moves = new Map([['2026-12-22', '2026-12-24']]);
    expect(collectionDates(fortnightly, '2026-12-20', '2026-12-31', moves)).toEqual([
      { plannedOn: '2026-12-22', on: '2026-12-24' },
    ]);
  });

  test('appear in a period into which they were moved', () => {
    const moves = new Map([['2026-12-22', '2027-01-02']]);
    expect(collectionDates(fortnightly, '2027-01-01', '2027-01-03', moves).map(({ on }) => on)).toEqual(['2027-01-02']);
  });

  test('keep their weekday and their distance, whatever the period asked for', () => {
    const day = fc.integer({ min: -800, max: 800 }).map((days) => addDays('2026-11-24', days));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 120 }), fc.integer({ min: 1, max: 4 }), (from, length, everyWeeks) => {
        const dates = collectionDates({ ...fortnightly, everyWeeks }, from, addDays(from, length));
        expect(dates.every(({ on }) => daysBetween('2026-11-24', on) % (everyWeeks * 7) === 0)).toBe(true);
        expect(dates.length).toBeGreaterThanOrEqual(Math.floor((length + 1) / (everyWeeks * 7)));
      }),
    );
  });
});

describe('a local date', () => {
  test('is the date on the wall in summer, an hour ahead of UTC', () => {
    expect(localDate(new Date('2026-07-01T23:30:00Z'), 'Europe/London')).toBe('2026-07-02');
  });

  test('begins an hour earlier in UTC once the clocks have gone forward', () => {
    expect(instantOf('2026-11-24', '06:00', 'Europe/London').toISOString()).toBe('2026-11-24T06:00:00.000Z');
    expect(endOfDay('2026-03-29', 'Europe/London').toISOString()).toBe('2026-03-29T23:00:00.000Z');
  });
});
