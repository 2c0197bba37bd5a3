import { beforeAll, expect, test } from 'vitest';
import { type Calendars, type ClockSpec, councilCalendars, dueAt } from '#modules/promises';
import { serviceCatalogue } from '#modules/services';
import { inCouncil } from '#platform/db';
import { startApp } from '#test/app';

let clocks: ReadonlyMap<string, ClockSpec>;
let calendars: Calendars;

beforeAll(async () => {
  const { deps, councilId } = await startApp();
  await inCouncil(deps.db, councilId, async (tx) => {
    const { standards } = await serviceCatalogue(tx, councilId);
    clocks = new Map([...standards].map(([slug, { standard }]) => [slug, standard.clock]));
    ({ calendars } = await councilCalendars(tx, councilId));
  });
});

function due(slug: string, startedAt: string): string {
  const clock = clocks.get(slug);
  if (!clock) throw new Error(`no standard ${slug}`);
  const result = dueAt(clock, { startedAt: new Date(startedAt), calendars });
  return result.ok ? result.dueAt.toISOString() : result.message;
}

test('every standard of the demonstration council gives a time by which it is due', () => {
  const undue = [...clocks.keys()].filter((slug) => Number.isNaN(Date.parse(due(slug, '2026-11-24T11:00:00Z'))));
  expect(undue).toEqual([]);
});

test.each([
  [
    'a missed bin on Tuesday is fetched by the end of Thursday',
    'missed-bin-return',
    '2026-11-24T11:00Z',
    '2026-11-26T17:00',
  ],
  [
    'an emergency on Friday afternoon is safe by Saturday, never Monday',
    'no-water-safe',
    '2026-11-20T16:10Z',
    '2026-11-21T16:10',
  ],
  ['somebody takes charge of it in minutes', 'no-water-answered', '2026-11-20T16:10Z', '2026-11-20T16:25'],
  [
    'a complaint is acknowledged in five working days',
    'complaint-acknowledged',
    '2026-11-24T11:00Z',
    '2026-12-01T17:00',
  ],
  ['and answered in ten more', 'complaint-answered', '2026-12-01T17:00Z', '2026-12-15T17:00'],
  ['information skips the holidays of every nation', 'information-answered', '2026-11-09T10:00Z', '2026-12-09T00:00'],
  [
    'the closure of the offices moves a letter, and not a bin',
    'missed-bin-return',
    '2026-12-24T11:00Z',
    '2026-12-30T17:00',
  ],
])('%s', (_what, slug, startedAt, expected) => {
  expect(due(slug, startedAt)).toBe(`${expected}:00.000Z`);
});
