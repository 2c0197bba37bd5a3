import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextTry, restAfter } from './back-off.ts';

const MADE = new Date('2026-11-24T11:00:00Z');
const MINUTE = 60_000;
const SIX_HOURS = 360 * MINUTE;

test('each wait is between a half and the whole of what it should be, and never longer than six hours', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 19 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, chance) => {
      const next = nextTry({ attempts, madeAt: MADE, now: MADE, giveUpDays: 5 }, chance);
      const wait = (next?.getTime() ?? 0) - MADE.getTime();
      const whole = Math.min(2 ** (attempts - 1) * MINUTE, SIX_HOURS);

      expect(wait).toBeGreaterThanOrEqual(whole / 2 - 1);
      expect(wait).toBeLessThanOrEqual(whole);
    }),
  );
});

test('whoever always fails is given up, by its tries or by its days, whatever chance says', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20, maxLength: 20 }),
      (giveUpDays, chances) => {
        let now = MADE;
        let tries = 0;
        for (const chance of chances) {
          tries += 1;
          const next = nextTry({ attempts: tries, madeAt: MADE, now, giveUpDays }, chance);
          if (!next) break;
          expect(next.getTime()).toBeGreaterThan(now.getTime());
          now = next;
        }

        expect(nextTry({ attempts: tries, madeAt: MADE, now, giveUpDays }, 0)).toBeNull();
        expect(now.getTime() - MADE.getTime()).toBeLessThan(giveUpDays * 86_400_000 + SIX_HOURS);
      },
    ),
  );
});

test('a receiver that asks for a wait gets it, and no more than six hours of it', () => {
  const tried = { attempts: 1, madeAt: MADE, now: MADE, giveUpDays: 5 };

  expect(nextTry({ ...tried, waitSeconds: 600 }, 0)).toEqual(new Date('2026-11-24T11:10:00Z'));
  expect(nextTry({ ...tried, waitSeconds: 10_000_000 }, 0)).toEqual(new Date('2026-11-24T17:00:00Z'));
});

test('a destination is left alone after twelve failures in a row, for longer each time, at most a quarter of an hour', () => {
  expect(restAfter(11, 1)).toBe(0);
  expect(restAfter(12, 1)).toBe(10_000);
  expect(restAfter(14, 1)).toBe(40_000);
  expect(restAfter(1_000, 1)).toBe(900_000);
});
