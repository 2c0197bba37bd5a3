import { expect, test } from 'vitest';
import { readRoundState, recordRoundState } from '#modules/places';
import { inCouncil } from '#platform/db';
import { startApp } from '#test/app';
import type { Browser } from '#test/browser';
import { clockwork } from '#test/places';

/** Rubbish and recycling on Tuesday 24 November 2026. */
const HOME = 999000001009;
const BASE = '/services/missed-bin/report';

async function atHome(browser: Browser): Promise<void> {
  await browser.visit(BASE);
  await browser.submit({}, BASE);
  await browser.submit({ place: 'IG11 0AE' });
  await browser.submit({ place: String(HOME) });
}

test('Kay 1: while the round is out, no report is made and the bin is promised by tonight', async () => {
  const { browser } = await startApp({ now: '2026-11-24T11:00:00Z' });
  const kay = browser();
  await atHome(kay);
  expect(kay.url).toBe(`${BASE}/known`);
  expect(kay.text).toContain('The crew has not finished your round today.');
  expect(kay.text).toContain('by tonight');
  // Going on for another bin and choosing this one all the same ends at the same place.
  await kay.submit({}, `${BASE}/known`);
  await kay.submit({ containers: ['rubbish'] });
  expect(kay.url).toBe(`${BASE}/known`);
  await kay.visit(`${BASE}/answers`);
  expect(kay.url).toBe(`${BASE}/known`);
});

test('Kay 2: “not out at 7:42am” is told with the next date, and may be disputed', async () => {
  const { browser, deps, councilId } = await startApp({ now: '2026-11-24T16:00:00Z' });
  const report = readRoundState(
    { state: 'not-presented', at: '2026-11-24T07:42:00Z', uprn: HOME, container: 'rubbish' },
    'Europe/London',
  );
  if (!report.ok) throw new Error(report.reason);
  const recorded = await inCouncil(deps.db, councilId, (tx) =>
    recordRoundState(tx, deps.clock, clockwork(councilId), report.command),
  );
  expect(recorded.ok).toBe(true);
  const kay = browser();
  await atHome(kay);
  expect(kay.text).toContain('The crew wrote down at 7:42am that your black bin was not out.');
  expect(kay.text).toContain('The next collection is on Tuesday 1 December.');

  await kay.submit({ answer: 'dispute' });
  await kay.submit({ containers: ['rubbish'] });
  await kay.submit({ 'out-in-time': 'yes' });
  await kay.submit({ spilt: 'no' });
  await kay.submit({ photo: '' });
  await kay.submit({ name: 'Kay Sato', email: 'kay@example.com', phone: '' });
  expect(kay.text).toContain('You say that it is not right');
  await kay.submit({}, `${BASE}/answers`);
  expect(kay.text).toContain('Your reference');
  const { rows } = await deps.db.pool.query<{ text: string }>(
    "select text from case_entries where council_id = $1 and kind = 'new-fact'",
    [councilId],
  );
  expect(rows.map(({ text }) => text)).toEqual(['The customer says that what the crew wrote down is not right.']);
});
