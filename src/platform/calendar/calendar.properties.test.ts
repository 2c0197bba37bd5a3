import fc from 'fast-check';
import { describe, test } from 'vitest';
import {
  addWorkingDays,
  addWorkingHours,
  nextOpening,
  subtractClearWorkingDays,
  subtractWorkingDays,
  type WorkingCalendar,
  workingDaysBetween,
  workingMinutesBetween,
} from '#platform/calendar';
import { awkward, office } from '#test/calendars';

const MINUTE = 60_000;
const calendar = fc.constantFrom<WorkingCalendar>(
  office,
  awkward,
  { ...awkward, zone: 'America/New_York' },
  {
    ...office,
    week: Object.fromEntries(Object.keys(office.week).map((day) => [day, [{ opens: '00:00', closes: '24:00' }]])),
  },
);
/** Any second of fifteen months, and often one near a clock change, an opening or a close. */
const instant = fc.oneof(
  fc.integer({ min: Date.UTC(2025, 9, 1) / 1000, max: Date.UTC(2026, 11, 31) / 1000 }).map((s) => new Date(s * 1000)),
  fc
    .tuple(
      fc.constantFrom(
        '2026-03-29T01:00Z',
        '2026-10-25T01:00Z',
        '2026-11-23T09:00Z',
        '2026-11-20T17:00Z',
        '2026-12-24T17:00Z',
      ),
      fc.integer({ min: -4000, max: 4000 }),
    )
    .map(([near, seconds]) => new Date(Date.parse(near) + seconds * 1000)),
);
const minutes = fc.integer({ min: 1, max: 6000 });
const days = fc.integer({ min: 0, max: 30 });

const isOpen = (on: WorkingCalendar, at: Date) => nextOpening(on, at).getTime() === at.getTime();
const justBefore = (at: Date) => new Date(at.getTime() - 1);
const holds = (check: (on: WorkingCalendar, at: Date, count: number, more: number) => boolean, count = minutes) => {
  fc.assert(fc.property(calendar, instant, count, minutes, check), { numRuns: 200 });
};

describe('working hours', () => {
  test('adding a and then b is adding both', () => {
    holds((on, at, a, b) => {
      const both = addWorkingHours(on, at, (a + b) / 60);
      return addWorkingHours(on, addWorkingHours(on, at, a / 60), b / 60).getTime() === both.getTime();
    });
  });

  test('the minutes between are the minutes that were added', () => {
    holds((on, at, a) => workingMinutesBetween(on, at, addWorkingHours(on, at, a / 60)) === a);
  });

  test('end inside an open interval or at its close', () => {
    holds((on, at, a) => isOpen(on, justBefore(addWorkingHours(on, at, a / 60))));
  });

  test('a later start never ends earlier', () => {
    holds((on, at, a, later) => {
      const second = new Date(at.getTime() + later * MINUTE);
      return addWorkingHours(on, at, a / 60) <= addWorkingHours(on, second, a / 60);
    });
  });

  test('minutes between add up over any point between', () => {
    holds((on, at, a, b) => {
      const middle = new Date(at.getTime() + a * MINUTE);
      const end = new Date(middle.getTime() + b * MINUTE);
      const parts = workingMinutesBetween(on, at, middle) + workingMinutesBetween(on, middle, end);
      return Math.abs(parts - workingMinutesBetween(on, at, end)) < 1e-6;
    });
  });

  test('are the elapsed hours, on a calendar that never closes, whatever the clocks on the wall do', () => {
    const whole = [{ opens: '00:00', closes: '24:00' }];
    const always: WorkingCalendar = {
      ...office,
      week: Object.fromEntries(
        ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((d) => [d, whole]),
      ),
      holidays: new Set(),
    };
    holds((_, at, a) => addWorkingHours(always, at, a / 60).getTime() === at.getTime() + a * MINUTE);
  });
});

describe('an opening', () => {
  test('is open, is not before the instant asked about, and nothing is open between', () => {
    holds((on, at) => {
      const opening = nextOpening(on, at);
      return opening >= at && isOpen(on, opening) && workingMinutesBetween(on, at, opening) === 0;
    });
  });

  test('half-open: the instant after a close is closed, the instant before it is open', () => {
    holds((_, at) => {
      const close = addWorkingDays(office, at, 1);
      return isOpen(office, justBefore(close)) && !isOpen(office, close);
    });
  });
});

describe('working days', () => {
  test('end after they began, at the edge of an open interval, and never earlier for a later start', () => {
    holds((on, at, n, later) => {
      const due = addWorkingDays(on, at, n);
      const dueOfLater = addWorkingDays(on, new Date(at.getTime() + later * MINUTE), n);
      return due > at && isOpen(on, justBefore(due)) && due <= dueOfLater;
    }, days);
  });

  test('are as many as were added', () => {
    holds((on, at, n) => workingDaysBetween(on, at, justBefore(addWorkingDays(on, at, n))) === n, days);
  });

  test('a then b is both, when the second count begins on the last day of the first', () => {
    holds((on, at, a, b) => {
      const n = b % 20;
      const first = addWorkingDays(on, at, a);
      return addWorkingDays(on, justBefore(first), n).getTime() === addWorkingDays(on, at, a + n).getTime();
    }, days);
  });

  test('counted back from an event leave that many to it, clear ones one more', () => {
    holds((on, at, n) => {
      const latest = subtractWorkingDays(on, at, n + 1);
      if (subtractClearWorkingDays(on, at, n).getTime() !== latest.getTime()) return false;
      const notice = justBefore(latest);
      const endOf = (count: number) => addWorkingDays(on, notice, count, { endsAt: 'midnight' });
      return endOf(n) <= at && endOf(n + 1) > at;
    }, days);
  });
});
