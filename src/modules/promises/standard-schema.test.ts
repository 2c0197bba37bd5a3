import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { standardSchema } from '#modules/promises';

const yaml = `
slug: missed-bin-return
name: { en: We come back for your bin }
promise: complete
what: { en: We will come back and empty your bin }
clock: { kind: working-days, days: 2, calendar: depot, onQuestion: pause }
source: { kind: example, text: Customer access strategy }
charter: true
risk: { share: 0.5 }
notFixedWindow: { kind: working-days, days: 2, calendar: depot, endsAt: midnight }
`;
const written = parse(yaml) as Record<string, unknown>;

function problems(change: Record<string, unknown>): string[] {
  const result = standardSchema.safeParse({ ...written, ...change });
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

test('a standard reads as a council writes it, with the defaults filled in', () => {
  expect(standardSchema.parse(written)).toMatchObject({
    clock: { kind: 'working-days', days: 2, countsFrom: 'next-opening', endsAt: 'close', onQuestion: 'pause' },
    notFixedWindow: { kind: 'working-days', endsAt: 'midnight', onQuestion: 'nothing' },
  });
  expect(standardSchema.parse({ ...written, notFixedWindow: 14, charter: undefined })).toMatchObject({
    notFixedWindow: 14,
    charter: false,
  });
});

test('a mistake is named with its place and what is expected', () => {
  expect(problems({ slug: 'Missed Bin' })).toEqual([
    'slug: Use small letters, figures and hyphens, such as missed-bin-return',
  ]);
  expect(problems({ promise: 'fix' })).toEqual([
    'promise: Say what is promised: acknowledge, answer, visit, make-safe or complete',
  ]);
  expect(problems({ what: { cy: 'Byddwn' } })).toEqual(['what.en: Write it in words']);
  expect(problems({ source: { kind: 'rumour', text: 'Somebody' } })).toEqual([
    'source.kind: Say law, code, example or own',
  ]);
  expect(problems({ clock: { kind: 'working-days', days: 1.5, calendar: 'office' } })).toEqual([
    'clock.days: Give the days as a whole number',
  ]);
  expect(problems({ clock: { kind: 'working-days', days: 2 } })).toEqual([
    'clock.calendar: Name the calendar that it counts by',
  ]);
  expect(problems({ clock: { kind: 'fortnights' } })).toEqual([
    expect.stringMatching(/^clock.kind: Give the clock a kind: elapsed-hours, /),
  ]);
  expect(problems({ clock: { kind: 'elapsed-hours', hours: 24, calender: 'office' } })).toHaveLength(1);
  expect(problems({ notFixedWindow: '2 days' })).toEqual([
    'notFixedWindow: Give a number of days, or a clock with its kind',
  ]);
  expect(problems({ risk: { share: 1 } })).toEqual(['risk.share: Give a share between 0 and 1, such as 0.75']);
});
