import { beforeEach, expect, test } from 'vitest';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { everyKind } from '#test/every-kind';
import { withService } from '#test/with-service';

const BASE = '/services/help-with-costs/apply';
let app: TestApp;
let browser: Browser;

beforeEach(async () => {
  app = await startApp();
  await withService(app, everyKind);
  browser = app.browser();
  await browser.visit(BASE);
  await browser.submit({}, BASE);
  await browser.submit({ 'lives-here': 'yes' });
  await browser.submit({ 'full-name': 'Kay Marsh' });
});

/** The number of an address in the list that the page offers. */
function uprnOf(line: string): string {
  const option = new RegExp(`<option value="(\\d+)"[^>]*>${line}`).exec(browser.html);
  if (!option?.[1]) throw new Error(`${line} is not offered: ${browser.text}`);
  return option[1];
}

const kept = async () => {
  const { rows } = await app.deps.db.pool.query<{ place: unknown }>(
    "select answers->'answers'->'home-address' as place from drafts order by made_at desc, id desc limit 1",
  );
  return rows[0]?.place;
};

test('an address is chosen from those of its postcode, and the council knows it', async () => {
  await browser.submit({ 'home-address-postcode': 'ig110ae' });
  expect(browser.status).toBe(200);
  expect(browser.text).not.toContain('There is a problem');
  expect(browser.text).toContain('These addresses are made up');
  const uprn = uprnOf('9 Avocet Way');
  await browser.submit({ 'home-address-postcode': 'IG11 0AE', 'home-address-uprn': uprn });
  expect(browser.text).toContain('When did you move in?');
  expect(await kept()).toMatchObject({ text: '9 Avocet Way, Barking, IG11 0AE', uprn: Number(uprn) });
  await browser.visit(`${BASE}/questions/home-address`);
  expect(browser.html).toContain(`<option value="${uprn}" selected`);
});

test('nothing chosen is said the second time, and what is not in the list is typed by hand', async () => {
  await browser.submit({ 'home-address-postcode': 'IG11 0AE' });
  await browser.submit({ 'home-address-postcode': 'IG11 0AE', 'home-address-uprn': '' });
  expect(browser.status).toBe(422);
  expect(browser.text).toContain('Choose the address, or say that it is not in the list');
  await browser.submit({ 'home-address-postcode': 'IG11 0AE', 'home-address-uprn': 'by-hand' });
  expect(browser.text).toContain('Enter the house number or name, and the street');
  expect(browser.html).toMatch(/<details[^>]* open/);
  await browser.submit({
    'home-address-postcode': 'IG11 0AE',
    'home-address-uprn': 'by-hand',
    'home-address-line-1': 'The boat Marigold',
    'home-address-town': 'Barking',
  });
  expect(await kept()).toEqual({ text: 'The boat Marigold, Barking, IG11 0AE', postcode: 'IG11 0AE' });
});

test('the list follows the postcode: a choice among the addresses of another one is none', async () => {
  await browser.submit({ 'home-address-postcode': 'IG11 0AE' });
  const uprn = uprnOf('9 Avocet Way');
  await browser.submit({ 'home-address-postcode': 'RM9 6HR', 'home-address-uprn': uprn });
  expect(browser.status).toBe(200);
  expect(browser.html).not.toContain('selected');
  expect(browser.html).not.toContain(`value="${uprn}"`);
});

test('outside the area nothing is listed, whose it is is said, and the address is typed by hand', async () => {
  const { rows } = await app.deps.db.pool.query<{ postcode: string }>(
    "select postcode from postcodes where district_code = 'E07000068' limit 1",
  );
  const postcode = rows[0]?.postcode ?? '';
  await browser.submit({ 'home-address-postcode': postcode });
  expect(browser.text).toContain(`${postcode} is in the area of Brentwood Borough Council, outside ours`);
  await browser.submit({ 'home-address-postcode': postcode, 'home-address-line-1': '' });
  expect(browser.status).toBe(422);
  expect(browser.text).toContain('Enter the house number or name, and the street');
  await browser.submit({ 'home-address-postcode': postcode, 'home-address-line-1': '4 Main Road' });
  expect(await kept()).toEqual({ text: `4 Main Road, ${postcode}`, postcode });
});

test('an address abroad has a town and a country, and no postcode', async () => {
  await browser.submit({ 'home-address-postcode': '', 'home-address-line-1': 'Calle Mayor 4' });
  expect(browser.text).toContain('Enter the postcode. Abroad, enter the town and the country');
  await browser.submit({ 'home-address-line-1': 'Calle Mayor 4', 'home-address-town': 'Sevilla, Spain' });
  expect(await kept()).toEqual({ text: 'Calle Mayor 4, Sevilla, Spain' });
});

test.each([
  ['', 'Enter your address'],
  ['hello', 'Enter a postcode in the United Kingdom, like RM17 5AA'],
  ['%00', 'Enter a postcode in the United Kingdom, like RM17 5AA'],
])('the postcode %j is refused in words, and stays', async (postcode, message) => {
  await browser.submit({ 'home-address-postcode': postcode });
  expect(browser.status).toBe(422);
  expect(browser.text).toContain(message);
  if (postcode !== '') expect(browser.html).toContain(`value="${postcode}"`);
});

test('at the desk the same list is chosen from, filled from the record, or typed for them', async () => {
  const ada = await app.signedIn('ada-mensah');
  await ada.visit('/desk');
  await ada.submit({ channel: 'phone' });
  await ada.submit({ name: 'Ivy Marsh', house: '', postcode: '', phone: '', email: 'ivy@mail.example', born: '' });
  await ada.submit({ service: 'help-with-costs' });
  const path = `${ada.url.split('#')[0] ?? ''}/answers`;
  const others = {
    'lives-here': 'yes',
    'full-name': 'Ivy Marsh',
    ...{ 'moved-in-day': '1', 'moved-in-month': '2', 'moved-in-year': '2024' },
    ...{ rooms: '2', 'since-month': '', 'since-year': '' },
  };
  await ada.submit({ ...others, 'home-address-postcode': 'IG11 0AE' }, path);
  expect(ada.text).toContain('Choose the address');
  expect(ada.html).toContain('value="Ivy Marsh"');
  const uprn = /<option value="(\d+)"[^>]*>9 Avocet Way/.exec(ada.html)?.[1] ?? '';
  await ada.submit({ ...others, 'home-address-postcode': 'IG11 0AE', 'home-address-uprn': uprn }, path);
  expect(ada.text).toContain('About you now');
  expect(await kept()).toMatchObject({ uprn: Number(uprn) });
});
