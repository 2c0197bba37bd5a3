import { describe, expect, test } from 'vitest';
import {
  type ClockFacts,
  type ClockSpecInput,
  clockSpec,
  describeDue,
  dueAt,
  legalCalendars,
  outcomeOf,
} from '#modules/promises';
import { bankHolidays, office } from '#test/calendars';

const ZONE = 'Europe/London';
const calendars = { office, ...legalCalendars(bankHolidays) };
const at = (iso: string) => new Date(iso);

/** The due instant in words, as told at the start: the dates in these tests are those that a resident would read. */
function told(spec: ClockSpecInput, startedAt: string, facts: Partial<ClockFacts> = {}): string {
  const result = dueAt(clockSpec.parse(spec), { startedAt: at(startedAt), calendars, ...facts });
  return result.ok ? describeDue(result.dueAt, ZONE, at(startedAt)) : result.refusal;
}

const workingDays = (days: number) => ({ kind: 'working-days', days, calendar: 'office' }) as const;

describe('freedom of information', () => {
  const foi = { kind: 'working-days', days: 20, calendar: 'foi', countsFrom: 'day-received' } as const;

  test('received Monday 9 November 2026 is due Tuesday 8 December: St Andrew’s Day is skipped everywhere', () => {
    expect(told(foi, '2026-11-09T10:00:00Z')).toBe('by the end of Tuesday 8 December');
    expect(told({ ...foi, calendar: 'england-and-wales' }, '2026-11-09T10:00:00Z')).toBe(
      'by the end of Monday 7 December',
    );
  });

  test('received on a Saturday, the first working day is the Monday, as the Act counts', () => {
    expect(told({ ...foi, days: 1 }, '2026-11-14T10:00:00Z')).toBe('by the end of Monday 16 November');
  });

  test('received late on a Friday evening it was received that day', () => {
    expect(told({ ...foi, days: 1 }, '2026-11-13T23:30:00Z')).toBe('by the end of Monday 16 November');
  });

  test('a closure of the council gives no extra day', () => {
    const shut = { ...office, closed: { '2026-11-10': 'Flood' } };
    expect(told(foi, '2026-11-09T10:00:00Z', { calendars: { ...calendars, office: shut } })).toBe(
      'by the end of Tuesday 8 December',
    );
  });
});

describe('Kay, whose bin was missed', () => {
  const window = { ...workingDays(2), countsFrom: 'day-received', endsAt: 'midnight' } as const;

  test('the round of Tuesday 24 November can be reported until Thursday 26 November, midnight', () => {
    expect(told(window, '2026-11-24T15:10:00Z')).toBe('by the end of Thursday 26 November');
    expect(told(window, '2026-11-24T19:10:00Z')).toBe('by the end of Thursday 26 November');
  });

  test('the round of Thursday 24 December can be reported until Wednesday 30 December', () => {
    expect(told(window, '2026-12-24T15:10:00Z')).toBe('by the end of Wednesday 30 December');
  });

  test('her complaint of Tuesday 24 November is acknowledged by Tuesday 1 December', () => {
    expect(told(workingDays(5), '2026-11-24T11:00:00Z')).toBe('by 5pm on Tuesday 1 December');
  });

  test('it is answered by Tuesday 15 December, counted from the acknowledgement even when that went at the last moment', () => {
    const answer = { ...workingDays(10), countsFrom: 'day-received' } as const;
    expect(told(answer, '2026-12-01T17:00:00Z')).toBe('by 5pm on Tuesday 15 December');
    expect(told(answer, '2026-11-30T09:00:00Z')).toBe('by 5pm on Monday 14 December');
  });
});

describe('Tom, who has no water', () => {
  test('reported on Friday at 16:10 it is made safe by Saturday 16:10, never Monday', () => {
    expect(told({ kind: 'elapsed-hours', hours: 24 }, '2026-11-20T16:10:00Z')).toBe('by 4:10pm tomorrow');
  });

  test('working hours would have said Monday or later, which is why the emergency does not use them', () => {
    expect(told({ kind: 'working-hours', hours: 8, calendar: 'office' }, '2026-11-20T16:10:00Z')).toBe(
      'by 4:10pm on Monday 23 November',
    );
  });
});

describe('notice before an event', () => {
  const licence = { kind: 'clear-working-days-before', calendar: 'england-and-wales' } as const;
  const event = at('2026-12-12T19:00:00Z');

  test('a temporary event on Saturday 12 December needs ten clear working days: by the end of Friday 27 November', () => {
    expect(told({ ...licence, days: 10 }, '2026-11-21T10:00:00Z', { event })).toBe('by the end of Friday 27 November');
    expect(told({ ...licence, days: 5 }, '2026-11-21T10:00:00Z', { event })).toBe('by the end of Friday 4 December');
  });

  test('notice at the last instant is in time', () => {
    expect(told({ ...licence, days: 10 }, '2026-11-28T00:00:00Z', { event })).not.toBe('too-late');
  });

  test('notice that comes too late is refused, and says when it was due', () => {
    const spec = clockSpec.parse({ ...licence, days: 10 });
    expect(dueAt(spec, { startedAt: at('2026-11-28T00:00:00.001Z'), calendars, event })).toEqual({
      ok: false,
      refusal: 'too-late',
      message: 'Notice for this event was due by 2026-11-28T00:00:00.000Z, before the clock started.',
    });
  });

  test('ten working days before a direct debit on 1 December 2026 was Tuesday 17 November', () => {
    const debit = { kind: 'working-days-before', days: 10, calendar: 'england-and-wales' } as const;
    expect(told(debit, '2026-11-09T10:00:00Z', { event: at('2026-12-01T00:00:00Z') })).toBe(
      'by the end of Tuesday 17 November',
    );
  });
});

describe('a cut-off', () => {
  const instalment = ['2027-01-04T00:00:00Z', '2026-12-01T00:00:00Z', '2026-11-02T00:00:00Z'].map(at);
  const notice = { workingDays: 10, calendar: 'england-and-wales' };

  test('Gill comes on Friday 20 November: 1 December is never promised, the next instalment is', () => {
    const spec = { kind: 'before-cut-off', cutOff: 'instalment', notice } as const;
    expect(told(spec, '2026-11-20T11:00:00Z', { cutOffs: { instalment } })).toBe('by the end of Wednesday 16 December');
    expect(told(spec, '2026-11-16T11:00:00Z', { cutOffs: { instalment } })).toBe('by the end of tomorrow');
  });

  test('without notice it is the next one, and one at this very moment is gone', () => {
    const spec = { kind: 'before-cut-off', cutOff: 'round' } as const;
    const round = ['2026-11-24T06:00:00Z', '2026-12-01T06:00:00Z'].map(at);
    expect(told(spec, '2026-11-24T05:59:00Z', { cutOffs: { round } })).toBe('by 6am today');
    expect(told(spec, '2026-11-24T06:00:00Z', { cutOffs: { round } })).toBe('by 6am on Tuesday 1 December');
    expect(told(spec, '2026-12-01T06:00:00Z', { cutOffs: { round } })).toBe('no-cut-off');
    expect(told(spec, '2026-11-24T06:00:00Z')).toBe('no-cut-off');
  });
});

describe('months and days', () => {
  const month = { kind: 'calendar-months', months: 1, calendar: 'england-and-wales' } as const;

  test('subject access that would end on Christmas Day ends with the first working day after the holidays', () => {
    expect(told(month, '2026-11-25T10:00:00Z')).toBe('by the end of Friday 25 December');
    expect(told({ ...month, onClosedDay: 'next-working-day' }, '2026-11-25T10:00:00Z')).toBe(
      'by the end of Tuesday 29 December',
    );
  });

  test('one month that ends on a working day ends there', () => {
    expect(told({ ...month, onClosedDay: 'next-working-day' }, '2026-11-24T10:00:00Z')).toBe(
      'by the end of Thursday 24 December',
    );
  });

  test('a data protection complaint is acknowledged within 30 days', () => {
    const days = { kind: 'calendar-days', days: 30, calendar: 'office' } as const;
    expect(told(days, '2026-12-10T10:00:00Z')).toBe('by the end of Saturday 9 January 2027');
  });
});

describe('refusals', () => {
  test('a calendar that nobody defined', () => {
    expect(told({ ...workingDays(2), calendar: 'depot' }, '2026-11-24T10:00:00Z')).toBe('unknown-calendar');
    expect(told({ ...workingDays(2), calendar: 'constructor' }, '2026-11-24T10:00:00Z')).toBe('unknown-calendar');
  });

  test('an event that is not known', () => {
    expect(told({ kind: 'working-days-before', days: 2, calendar: 'office' }, '2026-11-24T10:00:00Z')).toBe('no-event');
  });

  test('a due date past the bank holidays that are known, with the remedy', () => {
    const result = dueAt(clockSpec.parse(workingDays(10)), { startedAt: at('2027-12-23T10:00:00Z'), calendars });
    expect(result).toMatchObject({
      ok: false,
      refusal: 'past-calendar',
      message: expect.stringMatching(/^office: .*Add the missing years\.$/) as string,
    });
  });

  test('legal clocks do not start without the holidays of every nation', () => {
    expect(() => legalCalendars(bankHolidays.slice(0, 2))).toThrow(
      'The bank holidays of northern-ireland are missing.',
    );
  });
});

test('done at or before due is kept', () => {
  const due = at('2026-12-01T17:00:00Z');
  expect(outcomeOf(due, due)).toBe('kept');
  expect(outcomeOf(due, at('2026-12-01T17:00:00.001Z'))).toBe('missed');
});
