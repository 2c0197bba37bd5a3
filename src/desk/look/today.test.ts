import { beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { aToken } from '#test/machine';

let house: TestApp;
let token: string;

beforeAll(async () => {
  house = await startApp({ now: '2026-11-24T11:00:00Z' });
  token = await aToken(house, 'api-write');
});

/** Ada at her desk at this time: sessions end while the clock moves about. */
async function adaAt(now = '2026-11-24T13:00:00Z'): Promise<Browser> {
  house.clock.moveTo(now);
  return house.signedIn('ada-mensah');
}

const post = (url: string, payload: object) =>
  house.app.inject({ method: 'POST', url: `/api/v1/${url}`, payload, headers: { authorization: `Bearer ${token}` } });

async function contactAt(at: string, channel: string, direction = 'in'): Promise<void> {
  house.clock.moveTo(at);
  const made = await post('contacts', { channel, direction, summary: 'A question' });
  expect(made.statusCode).toBe(201);
}

/** The number that stands before these words, and the address that it opens. */
function numberOf({ html }: Browser, words: string): { number: number; href: string } {
  const found = new RegExp(`href="([^"]+)"[^>]*><span class="fd-stat__number">([\\d,]+)</span> ${words}`).exec(html);
  return { number: Number((found?.[2] ?? 'NaN').replace(',', '')), href: (found?.[1] ?? '').replaceAll('&amp;', '&') };
}

const rowsIn = ({ html }: Browser) => (/<tbody[\s\S]*<\/tbody>/.exec(html)?.[0].match(/<tr/g) ?? []).length;
const csvRows = async (browser: Browser) => {
  const link = /href="([^"]+\.csv[^"]*)"/.exec(browser.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  await browser.visit(link);
  return browser.html.trimEnd().split('\r\n').length - 1;
};

describe('a day in numbers', () => {
  test.each([
    // The clocks go forward at 01:00 UTC: the day is 23 hours long and ends at 23:00 UTC.
    ['2026-03-29', ['2026-03-29T00:00:00Z', '2026-03-29T22:59:59Z'], ['2026-03-28T23:59:59Z', '2026-03-29T23:00:00Z']],
    // They go back: 25 hours, from 23:00 UTC the day before to midnight UTC.
    ['2026-10-25', ['2026-10-24T23:00:00Z', '2026-10-25T23:59:59Z'], ['2026-10-24T22:59:59Z', '2026-10-26T00:00:00Z']],
  ])('%s is from midnight to midnight on the wall of the council', async (date, inside, outside) => {
    for (const at of [...inside, ...outside]) await contactAt(at, 'social');
    const ada = await adaAt();
    await ada.visit(`/desk/today/contacts?date=${date}&channel=social`);

    expect(rowsIn(ada)).toBe(2);
    expect(ada.text).toContain('Contacts, social media 2');
  });

  test('contacts have their number and their cost by channel from the chosen set', async () => {
    await contactAt('2026-11-23T10:00:00Z', 'phone');
    await contactAt('2026-11-23T10:05:00Z', 'phone');
    await contactAt('2026-11-23T10:10:00Z', 'chat');
    const ada = await adaAt();
    const { rows } = await house.deps.db.pool.query<{ slug: string }>(
      "select slug from council_documents where kind = 'cost-set' and is_current and council_id = $1 order by slug",
      [house.councilId],
    );

    expect(rows.length).toBeGreaterThan(1);
    for (const { slug } of rows) {
      await ada.visit(`/desk/today?date=2026-11-23&costs=${slug}`);
      expect(ada.status).toBe(200);
      expect(ada.text).toMatch(/Phone to us 2 (no price|(at least )?£[\d.]+)/);
      expect(ada.text).toMatch(/All 3 (at least )?£[\d.]+/);
    }
  });

  test('every number opens as many rows, on the page and as CSV', async () => {
    house.clock.moveTo('2026-11-24T12:00:00Z');
    for (const sourceId of ['d1', 'd2', 'd3']) {
      const place = { text: 'Bench Street', lat: 51.4803, lon: 0.3216 };
      await post('cases', { service: 'street-light', place, answers: { fault: 'out' }, sourceId });
    }
    const first = await post('cases', {
      service: 'street-light',
      place: { text: 'Bench Street', lat: 51.48, lon: 0.32 },
      answers: { fault: 'out' },
    });
    const { reference } = first.json<{ reference: string }>();
    await post(`cases/${reference}/endings`, { ending: 'withdrawn', reason: 'They rang.' });
    await house.deps.db.pool.query(
      `update promises set outcome = (array['kept', 'missed', 'renegotiated'])[1 + (n % 3)::int], decided_at = '2026-11-24T12:00:00Z'
       from (select id as pid, row_number() over (order by id) as n from promises where council_id = $1 and outcome is null
         and not is_imported order by id limit 7) a_few where promises.id = a_few.pid`,
      [house.councilId],
    );
    const ada = await adaAt();
    for (const words of [
      'cases opened',
      'cases done',
      'cases overdue',
      'promises kept',
      'promises missed',
      'promises renegotiated',
    ]) {
      await ada.visit('/desk/today');
      const { number, href } = numberOf(ada, words);
      expect([words, number >= 0]).toEqual([words, true]);
      await ada.visit(href);
      expect([words, rowsIn(ada)]).toEqual([words, Math.min(number, 100)]);
      expect(ada.text).toContain(` ${number} `);
      expect([words, await csvRows(ada)]).toEqual([words, number]);
    }
    await ada.visit('/desk/today');
    expect(numberOf(ada, 'cases opened').number).toBeGreaterThanOrEqual(4);
    expect(numberOf(ada, 'promises kept').number).toBeGreaterThan(0);
  });

  test('what was overdue on a day that is over is said as it stood at its end', async () => {
    house.clock.moveTo('2026-11-03T10:00:00Z');
    const made = await post('cases', {
      service: 'street-light',
      place: { text: 'X', lat: 51.48, lon: 0.33 },
      answers: { fault: 'out' },
    });
    const { reference } = made.json<{ reference: string }>();
    await house.deps.db.pool.query(
      `update promises set due_at = '2026-11-05T17:00:00Z' where subject_id = (select id from cases where reference = $1)`,
      [reference],
    );
    house.clock.moveTo('2026-11-07T10:00:00Z');
    await post(`cases/${reference}/endings`, { ending: 'withdrawn', reason: 'They rang.' });
    const ada = await adaAt();
    const isOverdueOn = async (date: string) => {
      await ada.visit(`/desk/today/overdue?date=${date}`);
      return ada.text.includes(reference);
    };

    expect(await isOverdueOn('2026-11-04')).toBe(false);
    expect(await isOverdueOn('2026-11-05')).toBe(true);
    expect(await isOverdueOn('2026-11-06')).toBe(true);
    expect(await isOverdueOn('2026-11-07')).toBe(false);
  });

  test('the day before and after are a press away, and the future has no figures', async () => {
    const ada = await adaAt();
    await ada.visit('/desk/today?date=2026-11-23');
    expect(ada.text).toContain('Monday 23 November 2026');
    expect(ada.html).toContain('date=2026-11-22');
    expect(ada.html).toContain('date=2026-11-24');
    await ada.visit('/desk/today');
    expect(ada.html).not.toContain('date=2026-11-25');
  });

  test.each([
    ['date=yesterday', 'Enter a date such as 2026-11-24'],
    ['date=2026-02-30', 'Enter a date such as 2026-11-24'],
    ['date=2026-11-25', 'Choose today or a day before it'],
    ['costs=guesses', 'Choose one of the sets of unit costs'],
  ])('%s says what to do and shows today', async (query, message) => {
    const ada = await adaAt();
    await ada.visit(`/desk/today?${query}`);

    expect(ada.status).toBe(422);
    expect(ada.text).toContain(message);
    expect(ada.text).toContain('Tuesday 24 November 2026');
    await ada.visit(`/desk/today/opened?${query}`);
    expect(ada.status).toBe(404);
  });

  test('a number that there is not, and a page key that is none, do no harm', async () => {
    const ada = await adaAt();
    await ada.visit('/desk/today/nonsense');
    expect(ada.status).toBe(404);
    await ada.visit('/desk/today/opened?after=1.nonsense');
    expect(ada.status).toBe(200);
    await ada.visit('/desk/today/contacts?channel=pigeon');
    expect(ada.text).toContain('There are none');
  });

  test('a partner sees none of it', async () => {
    const dev = await house.signedIn('dev-anand');
    for (const path of ['/desk/today', '/desk/today.csv', '/desk/today/opened', '/desk/today/opened/rows.csv']) {
      await dev.visit(path);
      expect([path, dev.status]).toEqual([path, 403]);
    }
  });
});
