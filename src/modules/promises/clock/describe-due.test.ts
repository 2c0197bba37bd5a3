import { expect, test } from 'vitest';
import { describeDue } from '#modules/promises';

const now = new Date('2026-11-24T11:00:00Z');
const words = (due: string) => describeDue(new Date(due), 'Europe/London', now);

test.each([
  ['2026-11-26T17:00:00Z', 'by 5pm on Thursday 26 November'],
  ['2026-11-24T17:00:00Z', 'by the end of today (5pm)'],
  ['2026-11-24T16:30:00Z', 'by 4:30pm today'],
  ['2026-11-24T12:00:00Z', 'by midday today'],
  ['2026-11-25T00:00:00Z', 'by the end of today'],
  ['2026-11-25T00:05:00Z', 'by 12:05am tomorrow'],
  ['2026-11-25T17:00:00Z', 'by 5pm tomorrow'],
  ['2026-11-26T00:00:00Z', 'by the end of tomorrow'],
  ['2026-11-27T00:00:00Z', 'by the end of Thursday 26 November'],
  ['2027-01-01T00:00:00Z', 'by the end of Thursday 31 December'],
  ['2027-01-04T09:00:00Z', 'by 9am on Monday 4 January 2027'],
])('%s is said as "%s"', (due, said) => {
  expect(words(due)).toBe(said);
});

test('the clock on the wall is the one that is said, in summer too', () => {
  expect(describeDue(new Date('2026-06-18T16:00:00Z'), 'Europe/London', new Date('2026-06-15T23:30:00Z'))).toBe(
    'by 5pm on Thursday 18 June',
  );
  expect(describeDue(new Date('2026-06-15T23:00:00Z'), 'Europe/London', new Date('2026-06-15T22:30:00Z'))).toBe(
    'by the end of today',
  );
});
