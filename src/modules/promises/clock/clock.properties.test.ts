import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ClockSpec, clockSpec, dueAfterPauses, dueAt, legalCalendars, outcomeOf, riskAt } from '#modules/promises';
import { nextOpening } from '#platform/calendar';
import { awkward, bankHolidays, office } from '#test/calendars';

const calendars = { office, awkward, ...legalCalendars(bankHolidays) };
const MINUTE = 60_000;
const instant = fc
  .integer({ min: Date.UTC(2025, 9, 1) / MINUTE, max: Date.UTC(2026, 10, 30) / MINUTE })
  .map((minute) => new Date(minute * MINUTE));
const calendar = fc.constantFrom('office', 'awkward', 'foi', 'scotland');
const count = fc.integer({ min: 1, max: 25 });
const onQuestion = fc.constantFrom('pause', 'restart', 'nothing');
const onClosedDay = fc.constantFrom('stay', 'next-working-day');

const kinds = {
  working: fc.oneof(
    fc.record({ kind: fc.constant('working-hours'), hours: count, calendar, onQuestion }),
    fc.record({
      kind: fc.constant('working-days'),
      days: count,
      calendar,
      onQuestion,
      countsFrom: fc.constantFrom('next-opening', 'day-received'),
    }),
  ),
  other: fc.oneof(
    fc.record({ kind: fc.constant('elapsed-hours'), hours: count, onQuestion }),
    fc.record({ kind: fc.constant('calendar-days'), days: count, calendar, onQuestion, onClosedDay }),
    fc.record({
      kind: fc.constant('calendar-months'),
      months: fc.integer({ min: 1, max: 3 }),
      calendar,
      onQuestion,
      onClosedDay,
    }),
  ),
};
const parsed = (spec: unknown) => clockSpec.parse(spec);
const workingSpec = kinds.working.map(parsed);
const spec = fc.oneof(kinds.working, kinds.other).map(parsed);
const pauses = fc.array(
  fc
    .tuple(instant, fc.integer({ min: 0, max: 20_000 }))
    .map(([from, length]) => ({ from, until: new Date(from.getTime() + length * MINUTE) })),
  { maxLength: 4 },
);
/** Pauses that begin within days of the start, where they matter. */
const near = (startedAt: Date, far: readonly { from: Date; until: Date }[]) =>
  far.map(({ from, until }) => {
    const offset = from.getTime() % (12 * 24 * 60 * MINUTE);
    const begin = startedAt.getTime() + offset;
    return { from: new Date(begin), until: new Date(begin + until.getTime() - from.getTime()) };
  });

function due(of: ClockSpec, startedAt: Date, paused: readonly { from: Date; until: Date }[] = []): Date {
  const result = dueAfterPauses(of, { startedAt, calendars, pauses: paused });
  if (!result.ok) throw new Error(result.message);
  if (!result.dueAt) throw new Error('Every question here has an answer');
  return result.dueAt;
}

test('a clock that starts later is never due earlier', () => {
  fc.assert(
    fc.property(spec, instant, fc.integer({ min: 0, max: 20_000 }), (of, at, later) => {
      return due(of, at) <= due(of, new Date(at.getTime() + later * MINUTE));
    }),
    { numRuns: 200 },
  );
});

test('a working clock is due inside an open interval or at its edge, and after it started', () => {
  fc.assert(
    fc.property(workingSpec, instant, (of, at) => {
      if (!('calendar' in of)) return false;
      const on = calendars[of.calendar as keyof typeof calendars];
      const last = new Date(due(of, at).getTime() - 1);
      return due(of, at) > at && nextOpening(on, last).getTime() === last.getTime();
    }),
    { numRuns: 200 },
  );
});

test('questions never make a promise due earlier, and more of them never earlier than fewer', () => {
  fc.assert(
    fc.property(spec, instant, pauses, (of, at, far) => {
      const questions = near(at, far);
      const all = due(of, at, questions);
      return all >= due(of, at, questions.slice(1)) && all >= due(of, at);
    }),
    { numRuns: 200 },
  );
});

test('a question answered in the same instant changes nothing', () => {
  fc.assert(
    fc.property(spec, instant, fc.integer({ min: 0, max: 20_000 }), (of, at, minutes) => {
      const from = new Date(at.getTime() + minutes * MINUTE);
      return due(of, at, [{ from, until: from }]).getTime() === due(of, at).getTime();
    }),
    { numRuns: 200 },
  );
});

test('no question is the same as no pause', () => {
  fc.assert(
    fc.property(spec, instant, (of, startedAt) => {
      const plain = dueAt(of, { startedAt, calendars });
      expect(plain).toEqual({ ok: true, dueAt: due(of, startedAt) });
    }),
  );
});

test('the warning comes between start and due', () => {
  fc.assert(
    fc.property(spec, instant, (of, startedAt) => {
      const end = due(of, startedAt);
      const warned = riskAt({ spec: of, startedAt, dueAt: end, calendars });
      return (
        warned.ok && warned.riskAt >= startedAt && warned.riskAt <= end && outcomeOf(end, warned.riskAt) === 'kept'
      );
    }),
    { numRuns: 200 },
  );
});
