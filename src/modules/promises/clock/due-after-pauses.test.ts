import { describe, expect, test } from 'vitest';
import { type ClockSpecInput, clockSpec, dueAfterPauses, legalCalendars } from '#modules/promises';
import { bankHolidays, office } from '#test/calendars';

const calendars = { office, ...legalCalendars(bankHolidays) };
const at = (iso: string) => new Date(iso);
const pause = (from: string, until: string | null) => ({ from: at(from), until: until === null ? null : at(until) });

function dueFor(spec: ClockSpecInput, startedAt: string, ...pauses: ReturnType<typeof pause>[]) {
  const result = dueAfterPauses(clockSpec.parse(spec), { startedAt: at(startedAt), calendars, pauses });
  if (!result.ok) return result.refusal;
  return { dueAt: result.dueAt?.toISOString() ?? null, runningSince: result.runningSince?.toISOString() ?? null };
}

const start = '2026-11-23T10:00:00Z'; // a Monday
const fiveDays = { kind: 'working-days', days: 5, calendar: 'office', onQuestion: 'pause' } as const;
const eightHours = { kind: 'working-hours', hours: 8, calendar: 'office', onQuestion: 'pause' } as const;
const oneDay = { kind: 'elapsed-hours', hours: 24, onQuestion: 'pause' } as const;

describe('a question that pauses the clock', () => {
  test('moves working hours on by the working time that passed', () => {
    expect(dueFor(eightHours, start)).toMatchObject({
      dueAt: '2026-11-24T10:00:00.000Z',
      runningSince: '2026-11-23T10:00:00.000Z',
    });
    const night = pause('2026-11-23T16:00:00Z', '2026-11-24T09:30:00Z');
    expect(dueFor(eightHours, start, night)).toMatchObject({
      dueAt: '2026-11-24T11:30:00.000Z',
      runningSince: '2026-11-24T09:30:00.000Z',
    });
  });

  test('outside hours costs nobody working time', () => {
    const night = pause('2026-11-23T17:00:00Z', '2026-11-24T09:00:00Z');
    expect(dueFor(eightHours, start, night)).toMatchObject({ dueAt: '2026-11-24T10:00:00.000Z' });
  });

  test('before opening leaves a promise due at the close of that day', () => {
    const early = pause('2026-11-23T08:00:00Z', '2026-11-23T08:30:00Z');
    expect(dueFor(eightHours, '2026-11-23T08:00:00Z', early)).toMatchObject({ dueAt: '2026-11-23T17:00:00.000Z' });
  });

  test('moves elapsed hours on by all the time that passed', () => {
    const night = pause('2026-11-23T17:00:00Z', '2026-11-24T09:00:00Z');
    expect(dueFor(oneDay, start, night)).toMatchObject({ dueAt: '2026-11-25T02:00:00.000Z' });
  });

  test('moves working days on by the days after the question up to the day of the answer', () => {
    expect(dueFor(fiveDays, start)).toMatchObject({ dueAt: '2026-11-30T17:00:00.000Z' });
    expect(dueFor(fiveDays, start, pause('2026-11-24T11:00:00Z', '2026-11-26T15:00:00Z'))).toMatchObject({
      dueAt: '2026-12-02T17:00:00.000Z',
    });
    expect(dueFor(fiveDays, start, pause('2026-11-24T09:00:00Z', '2026-11-24T16:59:00Z'))).toMatchObject({
      dueAt: '2026-11-30T17:00:00.000Z',
    });
  });

  test('moves a period of months by days and lets it end on an open day only once', () => {
    const month = {
      kind: 'calendar-months',
      months: 1,
      calendar: 'office',
      onQuestion: 'pause',
      onClosedDay: 'next-working-day',
    } as const;
    // Counted to Saturday 12 December, and with the pause to Monday 14 December: not to Wednesday 16.
    expect(dueFor(month, '2026-11-12T10:00:00Z')).toMatchObject({ dueAt: '2026-12-15T00:00:00.000Z' });
    expect(dueFor(month, '2026-11-12T10:00:00Z', pause('2026-11-17T10:00:00Z', '2026-11-19T10:00:00Z'))).toMatchObject({
      dueAt: '2026-12-15T00:00:00.000Z',
    });
  });

  test('stands while it is open, and nobody can say when it will be due', () => {
    expect(dueFor(fiveDays, start, pause('2026-11-24T11:00:00Z', null))).toEqual({ dueAt: null, runningSince: null });
  });

  test('counts once where questions overlap, in whatever order they are given', () => {
    const first = pause('2026-11-24T11:00:00Z', '2026-11-25T11:00:00Z');
    const second = pause('2026-11-24T15:00:00Z', '2026-11-26T11:00:00Z');
    const both = pause('2026-11-24T11:00:00Z', '2026-11-26T11:00:00Z');
    expect(dueFor(eightHours, start, second, first)).toEqual(dueFor(eightHours, start, both));
    expect(dueFor(oneDay, start, second, first)).toEqual(dueFor(oneDay, start, both));
  });

  test('asked after the promise fell due changes nothing, open or answered', () => {
    const late = { dueAt: '2026-11-24T10:00:00.000Z', runningSince: '2026-11-23T10:00:00.000Z' };
    expect(dueFor(oneDay, start, pause('2026-11-24T10:00:00.001Z', null))).toEqual(late);
    expect(dueFor(oneDay, start, pause('2026-11-24T10:00:00.001Z', '2026-11-26T10:00:00Z'))).toEqual(late);
  });

  test('asked before the clock started counts from the start', () => {
    expect(dueFor(oneDay, start, pause('2026-11-22T10:00:00Z', '2026-11-23T12:00:00Z'))).toMatchObject({
      dueAt: '2026-11-24T12:00:00.000Z',
    });
  });
});

describe('a question that restarts the clock (freedom of information)', () => {
  const foi = {
    kind: 'working-days',
    days: 20,
    calendar: 'foi',
    countsFrom: 'day-received',
    onQuestion: 'restart',
  } as const;

  test('begins anew from the answer', () => {
    const asked = pause('2026-11-10T10:00:00Z', '2026-11-16T10:00:00Z');
    expect(dueFor(foi, '2026-11-09T10:00:00Z', asked)).toEqual({
      dueAt: '2026-12-16T00:00:00.000Z', // the end of Tuesday 15 December
      runningSince: '2026-11-16T10:00:00.000Z',
    });
  });

  test('stands while it is open', () => {
    expect(dueFor(foi, '2026-11-09T10:00:00Z', pause('2026-11-10T10:00:00Z', null))).toEqual({
      dueAt: null,
      runningSince: null,
    });
  });
});

test('a question does nothing to a complaint', () => {
  const spec = { ...fiveDays, onQuestion: 'nothing' } as const;
  expect(dueFor(spec, start, pause('2026-11-24T11:00:00Z', null))).toEqual(dueFor(spec, start));
});

test('a deadline that a cut-off sets does not move, even while a question is open', () => {
  const spec = clockSpec.parse({ kind: 'before-cut-off', cutOff: 'committee', onQuestion: 'pause' });
  const committee = [at('2026-12-10T18:00:00Z')];
  const facts = { startedAt: at(start), calendars, cutOffs: { committee } };
  const open = dueAfterPauses(spec, { ...facts, pauses: [pause('2026-11-24T11:00:00Z', null)] });
  expect(open).toEqual({ ok: true, dueAt: committee[0], runningSince: null });
  const answered = dueAfterPauses(spec, { ...facts, pauses: [pause('2026-11-24T11:00:00Z', '2026-11-30T11:00:00Z')] });
  expect(answered).toEqual({ ok: true, dueAt: committee[0], runningSince: at('2026-11-30T11:00:00Z') });
});

test('a pause that pushes the due date past the known bank holidays is refused', () => {
  expect(dueFor(fiveDays, '2027-12-20T10:00:00Z', pause('2027-12-21T10:00:00Z', '2027-12-31T10:00:00Z'))).toBe(
    'past-calendar',
  );
});
