import { describe, expect, test } from 'vitest';
import { startApp } from '#test/app';
import type { Browser } from '#test/browser';

const WEDNESDAY = '2026-11-25T11:00:00Z';

async function begin(browser: Browser, slug: string): Promise<void> {
  await browser.visit(`/services/${slug}/report`);
  await browser.submit({}, `/services/${slug}/report`);
}

describe('what people type', () => {
  test.each(['', 'RM1', 'nonsense', '🗑️ 🗑️', '‏שלום', 'RM17\u0000 6', "'; drop table"])(
    'the postcode %j is refused in words and shown again',
    async (typed) => {
      const { browser } = await startApp({ now: WEDNESDAY });
      const kay = browser();
      await begin(kay, 'missed-bin');
      await kay.submit({ place: typed });
      expect(kay.status).toBe(422);
      expect(kay.text).toContain('There is a problem');
      expect(kay.text).toMatch(/Enter (a|the whole) postcode/);
    },
  );

  test('a postcode of a neighbour names the other council and its website', async () => {
    const { browser, deps } = await startApp({ now: WEDNESDAY });
    const { rows } = await deps.db.pool.query<{ postcode: string }>(
      "select postcode from postcodes where district_code = 'E07000068' limit 1",
    );
    const kay = browser();
    await begin(kay, 'missed-bin');
    await kay.submit({ place: rows[0]?.postcode ?? '' });
    expect(kay.text).toContain('That place is in the area of Brentwood Borough Council');
    expect(kay.html).toContain('https://www.brentwood.gov.uk');
  });

  test('five megabytes of text are refused with both figures, and every letter is still there', async () => {
    const { browser } = await startApp({ now: WEDNESDAY });
    const sam = browser();
    await pothole(sam);
    const typed = 'a'.repeat(5_000_000);
    await sam.submit({ details: typed });
    expect(sam.status).toBe(422);
    expect(sam.text).toContain('Use 1,000 characters or fewer. You have used 5,000,000');
    expect(sam.html).toContain(typed);
  });

  test('emoji, right-to-left text and control characters are taken as they are, or quietly left out', async () => {
    const { browser } = await startApp({ now: WEDNESDAY });
    const sam = browser();
    await pothole(sam);
    await sam.submit({ details: 'حفرة كبيرة 🕳️ \u0000near <b>the</b> shop' });
    await sam.submit({ photo: '' });
    await sam.submit({ name: '', email: '', phone: '' });
    expect(sam.url).toBe('/services/pothole/report/answers');
    expect(sam.text).toContain('حفرة كبيرة 🕳️ near <b>the</b> shop');
    await sam.submit({}, '/services/pothole/report/answers');
    expect(sam.text).toContain('Your reference');
  });

  test('an address that no list has is taken in words', async () => {
    const { browser } = await startApp({ now: WEDNESDAY });
    const kay = browser();
    await begin(kay, 'missed-bin');
    await kay.submit({ place: 'IG11 0AE' });
    await kay.submit({ place: 'not-listed' });
    await kay.submit({ house: '', postcode: 'IG11 0AE' });
    expect(kay.status).toBe(422);
    expect(kay.text).toContain('Enter the house number or name, and the street');
    await kay.submit({ house: '77 Avocet Way', postcode: 'IG11 0AE' });
    expect(kay.url).toBe('/services/missed-bin/report/questions/containers');
  });

  test('a report without a name needs none; one about a household needs a way to answer', async () => {
    const { browser } = await startApp({ now: WEDNESDAY });
    const kay = browser();
    await begin(kay, 'missed-bin');
    await kay.submit({ place: 'IG11 0AE' });
    await kay.submit({ place: '999000001009' });
    await kay.submit({ containers: ['rubbish'] });
    await kay.submit({ 'out-in-time': 'yes' });
    await kay.submit({ spilt: 'no' });
    await kay.submit({ photo: '' });
    await kay.submit({ name: 'Kay', email: 'not an address', phone: '' });
    expect(kay.status).toBe(422);
    expect(kay.text).toContain('Enter an email address with an @, like name@example.com');
    expect(kay.html).toContain('value="not an address"');
  });
});

describe('addresses that lead nowhere', () => {
  test('an unknown service is not found, and says what to do', async () => {
    const { browser } = await startApp({ now: WEDNESDAY });
    const one = browser();
    for (const path of ['/services/no-such-thing', '/services/no-such-thing/report']) {
      await one.visit(path);
      expect(one.status).toBe(404);
      expect(one.text).toContain('Search for what you need');
    }
  });

  test('a step without a report begins at the start', async () => {
    const { browser } = await startApp({ now: WEDNESDAY });
    const one = browser();
    await one.visit('/services/missed-bin/report/answers');
    expect(one.url).toBe('/services/missed-bin/report');
  });

  test('a report that nobody went on with for 4 hours is gone, and can be started again', async () => {
    const { browser, clock } = await startApp({ now: WEDNESDAY });
    const kay = browser();
    await begin(kay, 'missed-bin');
    clock.advance(241);
    await kay.visit('/services/missed-bin/report/questions/place');
    expect(kay.status).toBe(410);
    expect(kay.text).toContain('Your answers were cleared');
    await kay.submit({}, '/services/missed-bin/report');
    expect(kay.url).toBe('/services/missed-bin/report/questions/place');
  });
});

async function pothole(browser: Browser): Promise<void> {
  await begin(browser, 'pothole');
  await browser.submit({ place: 'IG11 0AE' });
  await browser.submit({ place: 'near-999000001001', detail: '' });
  await browser.submit({ 'where-in-road': 'road' });
  await browser.submit({ danger: 'no' });
  await browser.submit({ size: 'hand' });
}
