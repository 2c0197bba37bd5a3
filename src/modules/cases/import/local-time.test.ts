import { expect, test } from 'vitest';
import { localTimeReader } from './local-time.ts';

test.each([
  ['MM/dd/yyyy hh:mm:ss a', '12/31/2017 11:59:58 PM', 'America/Los_Angeles', '2018-01-01T07:59:58.000Z'],
  ['MM/dd/yyyy hh:mm:ss a', '01/05/2018 12:00:00 AM', 'America/Los_Angeles', '2018-01-05T08:00:00.000Z'],
  ['M/d/yy H:mm', '1/2/20 8:43', 'America/Los_Angeles', '2020-01-02T16:43:00.000Z'],
  ['yyyy-MM-ddTHH:mm:ss', '2015-07-01T10:17:03', 'America/New_York', '2015-07-01T14:17:03.000Z'],
  ['dd.MM.yyyy', '24.11.2026', 'Europe/London', '2026-11-24T00:00:00.000Z'],
])('%s reads %s of %s', (pattern, text, zone, expected) => {
  expect(localTimeReader(pattern)?.(text, zone)?.toISOString()).toBe(expected);
});

test('a time that the clocks jump over is the moment after the jump', () => {
  const read = localTimeReader('yyyy-MM-ddTHH:mm:ss');

  expect(read?.('2015-03-08T02:30:00', 'America/New_York')?.toISOString()).toBe('2015-03-08T07:30:00.000Z');
});

test.each(['31/02/2015', '2015-02-31T00:00:00', '2015-13-01T00:00:00', 'yesterday', ''])('%j is no time', (text) => {
  expect(localTimeReader('yyyy-MM-ddTHH:mm:ss')?.(text, 'Europe/London')).toBeUndefined();
});

test('a pattern without a year is no pattern', () => {
  expect(localTimeReader('MM/dd HH:mm')).toBeNull();
});
