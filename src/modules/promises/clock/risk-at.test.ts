import { expect, test } from 'vitest';
import { type ClockSpecInput, clockSpec, riskAt } from '#modules/promises';
import { office } from '#test/calendars';

function warnedAt(spec: ClockSpecInput, times: [startedAt: string, dueAt: string], rule = {}): string {
  const [startedAt, dueAt] = times.map((iso) => new Date(iso)) as [Date, Date];
  const result = riskAt({ spec: clockSpec.parse(spec), startedAt, dueAt, calendars: { office } }, rule);
  return result.ok ? result.riskAt.toISOString() : result.refusal;
}

const workingDays = { kind: 'working-days', days: 2, calendar: 'office' } as const;
const fourHours = { kind: 'elapsed-hours', hours: 4 } as const;

test('three quarters of the working time, so never in the night', () => {
  // 16 working hours from Monday 9am to Tuesday 5pm: 12 of them end on Tuesday at 1pm.
  expect(warnedAt(workingDays, ['2026-11-23T09:00:00Z', '2026-11-24T17:00:00Z'])).toBe('2026-11-24T13:00:00.000Z');
  // Over a weekend the clock stands still.
  expect(warnedAt(workingDays, ['2026-11-20T09:00:00Z', '2026-11-23T17:00:00Z'])).toBe('2026-11-23T13:00:00.000Z');
});

test('three quarters of the elapsed time where the clock names no calendar', () => {
  expect(warnedAt(fourHours, ['2026-11-20T16:00:00Z', '2026-11-20T20:00:00Z'], { leadMinutes: 0 })).toBe(
    '2026-11-20T19:00:00.000Z',
  );
});

test('the share is the standard’s own', () => {
  expect(warnedAt(fourHours, ['2026-11-20T16:00:00Z', '2026-11-20T20:00:00Z'], { share: 0.5 })).toBe(
    '2026-11-20T18:00:00.000Z',
  );
});

test('at least the lead before due, and at the start when there is not so much time', () => {
  const short = ['2026-11-20T16:00:00Z', '2026-11-20T18:00:00Z'] as [string, string];
  expect(warnedAt(fourHours, short)).toBe('2026-11-20T17:00:00.000Z');
  expect(warnedAt(fourHours, short, { leadMinutes: 500 })).toBe('2026-11-20T16:00:00.000Z');
});

test('at the start when no working time lies between', () => {
  expect(warnedAt(workingDays, ['2026-11-21T10:00:00Z', '2026-11-22T10:00:00Z'])).toBe('2026-11-21T10:00:00.000Z');
});

test('a calendar that nobody defined is refused', () => {
  expect(warnedAt({ ...workingDays, calendar: 'depot' }, ['2026-11-21T10:00:00Z', '2026-11-22T10:00:00Z'])).toBe(
    'unknown-calendar',
  );
});
