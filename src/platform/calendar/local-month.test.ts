import { expect, test } from 'vitest';
import { localMonth, monthOf } from '#platform/calendar';

test('a month runs from midnight to midnight on the council’s wall, over a clock change too', () => {
  expect(localMonth('Europe/London', '2026-10')).toEqual({
    month: '2026-10',
    from: new Date('2026-09-30T23:00:00Z'),
    to: new Date('2026-11-01T00:00:00Z'),
  });
  expect(localMonth('Europe/London', '2026-12')?.to).toEqual(new Date('2027-01-01T00:00:00Z'));
});

test('what is no month is none', () => {
  for (const typed of ['', '2026-13', '2026-1', '26-10', '2026-10-01', '2026-00', 'October', '٢٠٢٦-١٠']) {
    expect(localMonth('Europe/London', typed)).toBeUndefined();
  }
});

test('an instant belongs to the month of its local day, and months are counted from there', () => {
  expect(monthOf('Europe/London', new Date('2026-09-30T23:30:00Z'))).toBe('2026-10');
  expect(monthOf('Europe/London', new Date('2026-01-31T12:00:00Z'), -1)).toBe('2025-12');
  expect(monthOf('Europe/London', new Date('2026-01-31T12:00:00Z'), 1)).toBe('2026-02');
});
