import { describe, expect, test } from 'vitest';
import { startApp } from '#test/app';
import type { Browser } from '#test/browser';

/** An address of the demonstration whose rubbish goes on Tuesdays. */
const HOME = { postcode: 'IG11 0AE', uprn: '999000001009', line: '9 Avocet Way, Barking' };
/** Wednesday: Tuesday's round is done, and it can be said that a bin was missed. */
const SEND = '/services/missed-bin/report/answers';
const WEDNESDAY = '2026-11-25T11:00:00Z';

async function begin(browser: Browser, slug = 'missed-bin'): Promise<void> {
  await browser.visit(`/services/${slug}/report`);
  await browser.submit({}, `/services/${slug}/report`);
}

async function atHome(browser: Browser): Promise<void> {
  await browser.submit({ place: HOME.postcode });
  await browser.submit({ place: HOME.uprn });
}

const contact = { name: 'Kay Sato', email: 'kay@example.com', phone: '' };

async function answerAll(browser: Browser): Promise<void> {
  await browser.submit({ containers: ['rubbish'] });
  await browser.submit({ 'out-in-time': 'yes' });
  await browser.submit({ spilt: 'yes' });
  await browser.submit({ 'spilt-where': 'On the pavement in front of number 9' });
  await browser.submit({ photo: '' });
  await browser.submit(contact);
}

describe('a missed bin, reported online', () => {
  test('goes from the postcode to a reference, with the promise and its date in words and who owns it', async () => {
    const { browser, deps, councilId, work } = await startApp({ now: WEDNESDAY });
    const kay = browser();
    await begin(kay);
    await atHome(kay);
    await answerAll(kay);
    expect(kay.url).toBe('/services/missed-bin/report/answers');
    expect(kay.text).toContain(HOME.line);
    expect(kay.text).toContain('On the pavement in front of number 9');

    await kay.submit({}, SEND);

    expect(kay.url).toBe('/services/missed-bin/report/sent');
    expect(kay.text).toMatch(/Your reference [2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/);
    expect(kay.text).toContain('We come back for a missed bin by 5pm on Friday 27 November.');
    expect(kay.text).toContain('We clean the street by 5pm on Monday 30 November.');
    expect(kay.text).toContain('Waste and recycling');
    await work();
    const { rows } = await deps.db.pool.query(
      `select (select count(*) from cases where council_id = $1 and channel = 'web') as cases,
              (select count(*) from jobs where council_id = $1) as jobs,
              (select count(*) from contacts where council_id = $1 and channel = 'web' and handled = 'automatic') as contacts,
              (select count(*) from messages where council_id = $1 and to_address = 'kay@example.com') as messages`,
      [councilId],
    );
    expect(rows).toEqual([{ cases: 1, jobs: 2, contacts: 1, messages: 1 }]);
  });

  test('pressed twice, is one report', async () => {
    const { browser, deps, councilId } = await startApp({ now: WEDNESDAY });
    const kay = browser();
    await begin(kay);
    await atHome(kay);
    await answerAll(kay);
    const again = kay.twin();

    await Promise.all([kay.submit({}, SEND), again.submit({}, SEND)]);

    const referenceOf = (one: Browser) => /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(one.text)?.[0];
    expect(referenceOf(kay)).toBeDefined();
    expect(referenceOf(again)).toBe(referenceOf(kay));
    const { rows } = await deps.db.pool.query('select count(*) as n from cases where council_id = $1', [councilId]);
    expect(rows).toEqual([{ n: 1 }]);
  });
});
