import { beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';

const NOW = '2026-11-25T11:00:00Z';
let house: TestApp;
let ada: Browser;

beforeAll(async () => {
  house = await startApp({ now: NOW });
  ada = await house.signedIn('ada-mensah');
});

const answerCall = async () => {
  await ada.visit('/desk');
  await ada.submit({ channel: 'phone' });
};

const register = async (name: string, email: string) => {
  await ada.submit({ name, house: '', postcode: 'RM9 6HR', phone: '', email, born: '' });
};

test('a call starts timing at once, with nobody identified', async () => {
  await answerCall();
  expect(ada.status).toBe(200);
  expect(ada.text).toContain('Phone: not identified yet');
  house.clock.advance(1.25);
  await ada.visit(ada.url);
  expect(ada.text).toContain('1:15');
});

test('a customer is registered when saved, found again with a slip, and nothing personal stands in an address', async () => {
  await answerCall();
  await register('Kay Lindqvist', 'kay@mail.example');
  expect(ada.text).toContain('Kay Lindqvist');
  await answerCall();
  await ada.submit({ find: 'kai lindquist rm9' });
  expect(ada.url).not.toContain('lindquist');
  expect(ada.text).toContain('Kay Lindqvist');
});

test('somebody who may be on record already is shown with reasons before a second record is made', async () => {
  await answerCall();
  await register('Kay Lindkvist', 'kay@mail.example');
  expect(ada.status).toBe(422);
  expect(ada.text).toContain('They may be on record already');
  expect(ada.text).toContain('email same');
  await register('Kay Lindkvist', 'kay@mail.example');
  expect(ada.text).toContain('No open cases');
});

test('an empty search, a wrong email and an empty name say what to do and keep what was typed', async () => {
  await answerCall();
  await ada.submit({ find: '  ' });
  expect(ada.text).toContain('Enter a name, postcode, phone number, email address or reference');
  await register('Jo', 'not an address');
  expect(ada.text).toContain('Enter an email address like name@example.com');
  expect(ada.html).toContain('value="not an address"');
  await register('', 'jo@mail.example');
  expect(ada.text).toContain('Enter the full name');
});

test("who they are is checked by facts of the council's rule, and too few are refused by name", async () => {
  await answerCall();
  await register('Ravi Menon', 'ravi@mail.example');
  await ada.submit({ fact: ['name'] });
  expect(ada.status).toBe(422);
  expect(ada.text).toMatch(/Ask for \d more of these/);
  await ada.submit({ fact: ['name', 'postcode', 'email', 'address', 'phone', 'date-of-birth'] });
  expect(ada.text).toContain('Checked ✓');
});

test('a report is taken on one screen: place, answers, the case with its promise, and told by one press', async () => {
  await answerCall();
  await register('Mo Farrow', 'mo@mail.example');
  await ada.submit({ service: 'pothole' });
  expect(ada.text).toContain('Script: Pothole');
  await ada.submit({ where: 'nowhere at all like this' });
  expect(ada.status).toBe(422);
  await ada.submit({ where: 'RM9 6HR' });
  const key = /name="place" value="([^"]+)"/.exec(ada.html)?.[1] ?? '';
  await ada.submit({ place: key });
  expect(ada.text).toContain('Change the place');
  await ada.submit({ 'answered-by': 'customer' }, `${pathOf(ada.url)}/case`);
  expect(ada.status).toBe(422);
  await ada.submit({ ...POTHOLE, 'answered-by': 'customer' });
  expect(ada.status).toBe(200);
  expect(ada.text).toContain('In this contact 1');
  expect(ada.text).toContain('not told yet');
  expect(ada.text).toContain('Ada Mensah, for Highways, owns it');
  await ada.submit({}, `${pathOf(ada.url)}/case/told`);
  expect(ada.text).not.toContain('not told yet');
});

test('a call about an open case is one press, only chasing is avoidable, and a missed promise is named as its cause', async () => {
  await ada.submit({ act: 'new-fact', note: '' });
  expect(ada.text).toContain('Write down what they said, then press it again');
  await ada.submit({ act: 'new-fact', note: 'It is deeper now' });
  expect(ada.text).toContain('It is deeper now');
  expect(ada.text).not.toContain('they had to ask how it is going');
  house.clock.moveTo('2027-03-01T11:00:00Z');
  ada = await house.signedIn('ada-mensah');
  await answerCall();
  await ada.submit({ find: 'mo farrow' });
  await ada.submit({ customer: /name="customer" value="([^"]+)"/.exec(ada.html)?.[1] ?? '' });
  await ada.submit({ act: 'chase', note: '' });
  expect(ada.text).toContain('they had to ask how it is going, because a promise was missed');
});

test('a call is marked, ended and written up with at most two questions, none that is known', async () => {
  await ada.submit({ mark: 'complaint' });
  expect(ada.text).toContain('I have passed this on as a complaint');
  await ada.submit({}, `${pathOf(ada.url)}/end`);
  expect(ada.text).toContain('Did you speak of doing it online?');
  expect(ada.text).not.toContain('What was it about?');
  await ada.submit({ summary: 'Was angry' });
  expect(ada.text).toContain('Say whether you spoke of doing it online');
  expect(ada.html).toContain('Was angry');
  await ada.submit({ 'wrap-self-service': 'declined', summary: 'Was angry' });
  expect(ada.url).toBe('/desk');
});

test('a call is passed on with everything known, and taken once', async () => {
  await answerCall();
  const call = pathOf(ada.url);
  const team = /value="([^"]+)"[^>]*>Waste and recycling/.exec(ada.html)?.[1] ?? '';
  await ada.submit({ team, reason: '' });
  expect(ada.text).toContain('Write what the next one needs to know');
  await ada.submit({ team, reason: 'Third miss, wants the manager' });
  const arjun = await house.signedIn('arjun-patel');
  await arjun.visit('/desk');
  expect(arjun.text).toContain('Third miss, wants the manager');
  await arjun.visit(call);
  await arjun.submit({}, `${call}/take`);
  await ada.visit(call);
  await ada.submit({}, `${call}/end`);
  expect(ada.text).toContain('A colleague handles this contact now');
});

test('a councillor and a partner handle no contacts', async () => {
  for (const person of ['ruth-adeyemi', 'dev-anand']) {
    const browser = await house.signedIn(person);
    await browser.visit(call404);
    expect(browser.status).toBe(404);
    await browser.visit('/desk');
    expect(browser.text).not.toContain('Answer a call');
  }
});

const call404 = '/desk/contacts/019aa000-0000-7000-8000-000000000000';
const POTHOLE = { 'where-in-road': 'road', danger: 'no', size: 'hand', details: '' };

function pathOf(url: string): string {
  return (url.split(/[?#]/)[0] ?? '').replace(/(\/contacts\/[^/]+).*/, '$1');
}
