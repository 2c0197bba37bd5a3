import { expect, test } from 'vitest';
import { sayDate, sayInstant, sayTime } from './say-when.ts';

test('times are said as a clock on the council’s wall shows them, midnight included', () => {
  expect(sayTime(new Date('2026-11-24T07:42:00Z'), 'Europe/London')).toBe('7:42am');
  expect(sayTime(new Date('2026-11-24T00:26:00Z'), 'Europe/London')).toBe('12:26am');
  expect(sayTime(new Date('2026-06-24T13:00:00Z'), 'Europe/London')).toBe('2pm');
  expect(sayDate('2026-12-01')).toBe('Tuesday 1 December');
  expect(sayInstant(new Date('2026-06-23T23:30:00Z'), 'Europe/London')).toBe('Wednesday 24 June, 12:30am');
});
