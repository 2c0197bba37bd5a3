import { beforeAll, describe, expect, test } from 'vitest';
import { withAccount } from '#test/accounts';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { reportInStreet } from '#test/street-reports';

let house: TestApp;
let owner: Browser;

beforeAll(async () => {
  house = await startApp();
  owner = await house.signedIn('priya-shah');
});

const PATH = '/services/pothole/feedback';
const WORK_EMAIL = 'ada.mensah@estuary.example';

async function say(score: string, words: string, browser = house.browser()): Promise<Browser> {
  await browser.visit(PATH);
  await browser.submit({ score, words }, PATH);
  return browser;
}

describe('what somebody says of a service', () => {
  test('reaches those who run it, without a name and with the page that it came from', async () => {
    const browser = house.browser();
    await browser.visit('/services/pothole');
    expect(browser.html).toContain(`href="${PATH}"`);
    await browser.visit(`${PATH}?from=sent`);
    await browser.submit({ score: '2', words: 'The map\u0000 is slow.\nAnd small.' }, PATH);
    expect(browser.text).toContain('Thank you');
    await say('5', '');
    await owner.visit('/desk/feedback');

    expect(owner.text).toContain('Badly : Pothole or damaged road after sending The map is slow. And small.');
    expect(owner.text).toContain('Very well : Pothole or damaged road on its page');
    expect(owner.text).toMatch(/Pothole or damaged road 2 3\.5/);
    const { rows } = await house.deps.db.pool.query<Record<string, unknown>>('select * from service_feedback limit 1');
    expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(
      ['at', 'came_from', 'council_id', 'id', 'score', 'service_slug', 'words'].toSorted(),
    );
  });

  test('is filtered by service, and paged by where the last page ended', async () => {
    await owner.visit('/desk/feedback?service=graffiti');
    expect(owner.text).toContain('Nobody has said anything yet');
    await house.deps.db.pool.query(
      "insert into service_feedback select council_id, gen_random_uuid(), 'graffiti', 4, 'number ' || n, 'page', at - n * interval '1 minute' from (select * from service_feedback limit 1) f, generate_series(1, 60) n",
    );
    await owner.visit('/desk/feedback?service=graffiti');
    expect(owner.text).toContain('number 50');
    expect(owner.text).not.toContain('number 51');
    const next = /href="(\/desk\/feedback\?service=graffiti&amp;after=[^"]+)"/.exec(owner.html)?.[1] ?? '';
    await owner.visit(next.replace('&amp;', '&'));
    expect(owner.text).toContain('number 51');
    await owner.visit('/desk/feedback?service=nonsense&after=%00');
    expect(owner.status).toBe(200);
  });

  test('is asked for again with what was typed, where something is missing or too long', async () => {
    const empty = await say('', 'Only words');
    expect([empty.status, empty.html.includes('Only words')]).toEqual([422, true]);
    expect(empty.text).toContain('Choose how well it worked for you');
    const long = await say('3', 'x'.repeat(1_201));
    expect(long.text).toContain('Use 1,200 characters or fewer');
    const none = house.browser();
    await none.visit('/services/no-such-service/feedback');
    expect(none.status).toBe(404);
    await none.visit('/services/%00/feedback');
    expect(none.status).toBeLessThan(500);
  });

  test('is not published, and not shown to whoever answers calls', async () => {
    await say('1', 'Nobody came.');
    const stranger = house.browser();
    await stranger.visit('/services/pothole');
    expect(stranger.text).not.toContain('Nobody came');
    const ada = await house.signedIn('ada-mensah');
    await ada.visit('/desk/feedback');
    expect(ada.status).toBe(403);
    expect(ada.html).not.toContain('href="/desk/feedback"');
  });
});

describe('an employee who is a resident too (AJ-48)', () => {
  test('signs up as a resident, says how a service went, and is not known by it', async () => {
    const resident = await withAccount(house, WORK_EMAIL, 'Ada Mensah');
    await say('4', 'Quick and kind.', resident);
    await owner.visit('/desk/feedback?service=pothole');

    expect(owner.text).toContain('Quick and kind.');
    expect(owner.text).not.toContain('Ada Mensah');
  });

  test('cannot open their own record or case at the desk, by any way; a colleague can', async () => {
    const { rows } = await house.deps.db.pool.query<{ id: string; council_id: string }>(
      "select id, council_id from customers where name = 'Ada Mensah'",
    );
    const own = rows[0]?.id ?? '';
    const { caseId, reference } = await reportInStreet(house);
    await house.deps.db.pool.query(
      "update case_parties set customer_id = $1 where case_id = $2 and role = 'requester'",
      [own, caseId],
    );
    const ada = await house.signedIn('ada-mensah');
    for (const path of [`/desk/customers/${own}`, `/desk/customers/${own}/account`, `/desk/cases/${reference}`]) {
      await ada.visit(path);
      expect([path, ada.status]).toEqual([path, 403]);
      expect(ada.text).toContain('This is your own, as a resident');
    }
    await ada.visit('/desk');
    await ada.submit({ channel: 'phone' });
    await ada.submit({ find: WORK_EMAIL });
    await ada.submit({ customer: own });
    expect(ada.status).toBe(422);
    expect(ada.text).toContain('ask a colleague to look after it');
    const colleague = await house.signedIn('joe-tully');
    await colleague.visit(`/desk/customers/${own}`);
    expect(colleague.status).toBe(200);
    await colleague.visit(`/desk/cases/${reference}`);
    expect(colleague.status).toBe(200);
  });
});

test('one address may say so much in an hour, and is then asked to wait', async () => {
  const browser = house.browser();
  for (let times = 0; times < 11; times += 1) await say('3', '', browser);

  expect(browser.status).toBe(429);
});
