import { beforeAll, expect, test } from 'vitest';
import { endCase } from '#modules/cases';
import { inCouncil } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { clockwork } from '#test/places';
import { reportInStreet } from '#test/street-reports';

let house: TestApp;
let marcus: Browser;
let cases: { caseId: string; reference: string }[];

beforeAll(async () => {
  house = await startApp({ now: '2026-11-24T16:00:00Z' });
  marcus = await house.signedIn('marcus-lee');
  const places = [51.54, 51.55, 51.56, 51.57].map((lat) => ({ words: `By the school at ${lat}`, lat, lon: 0.14 }));
  cases = [];
  for (const [index, place] of places.entries()) {
    const parties = index === 0 ? { parties: [] } : {};
    cases.push(await reportInStreet(house, { place, ...parties }));
  }
});

const NO_DATE = { 'due-day': '', 'due-month': '', 'due-year': '', 'due-time': '5pm' };
const LATER = { 'due-day': '8', 'due-month': '1', 'due-year': '2027', 'due-time': '5pm' };
const SAID = { message: 'The storm stopped our crews.', ...NO_DATE };

test('ticked cases of the worklist are written to: chosen, said, looked at, and done as a run', async () => {
  await marcus.visit('/desk/work?of=all');
  await marcus.submit({ case: cases.slice(0, 3).map(({ caseId }) => caseId) }, '/desk/work/many');
  expect(marcus.text).toContain('Open cases 3');
  await marcus.submit({ ...SAID, ...LATER }, '/desk/work/many/preview');
  expect(marcus.text).toContain('3 cases, 2 messages');
  expect(marcus.text).toContain('1: Nobody left a way to be told');
  expect(marcus.text).toContain('by 5pm on Friday 8 January');
  expect(marcus.text).toContain('The storm stopped our crews.');
  await marcus.submit({}, '/desk/work/many');
  expect(marcus.text).toContain('0 of 3 cases Going on');
  expect(marcus.html).toContain('<progress');
  const withdrawn = { case: cases[1]?.caseId ?? '', ending: 'withdrawn', reason: 'Asked' } as const;
  await inCouncil(house.deps.db, house.councilId, (tx) =>
    endCase(tx, house.clock, clockwork(house.councilId), withdrawn),
  );
  const run = marcus.url;
  await house.work();
  await marcus.visit(run);
  expect(marcus.text).toContain('3 of 3 cases Done');
  expect(marcus.text).toContain('Not changed in full 2');
  expect(marcus.text).toContain('It ended before its turn came');
  expect(marcus.text).toContain('Nobody left a way to be told');
  await marcus.visit(`/desk/cases/${cases[2]?.reference ?? ''}`);
  expect(marcus.text).toContain('by 5pm on Friday 8 January');
  await marcus.visit('/desk/work/many');
  expect(marcus.text).toContain('The latest');
});

test('the cases of a service are chosen by a filter, and what has changed since is looked at again', async () => {
  await marcus.visit('/desk/work/many?service=pothole');
  expect(marcus.text).toContain('Open cases 3');
  await marcus.submit(SAID, '/desk/work/many/preview');
  expect(marcus.text).toContain('3 cases, 2 messages');
  expect(marcus.text).toContain('The dates stay');
  await reportInStreet(house, { place: { words: 'Somewhere new', lat: 51.58, lon: 0.14 } });
  await marcus.submit({}, '/desk/work/many');
  expect(marcus.status).toBe(422);
  expect(marcus.text).toContain('The cases are others now than those you looked at');
  expect(marcus.text).toContain('4 cases, 3 messages');
  await marcus.submit({}, '/desk/work/many');
  expect(marcus.text).toContain('0 of 4 cases');
  await house.work();
  await marcus.visit(marcus.url);
  expect(marcus.text).toContain('4 of 4 cases Done');
});

test.each<[Record<string, string>, string]>([
  [{ message: ' ' }, 'Write what everybody is told'],
  [{ message: 'x'.repeat(1_001) }, 'Use 1,000 characters or fewer'],
  [{ 'due-day': '31', 'due-month': '2', 'due-year': '2027' }, 'Enter a real date, like 4 12 2026'],
  [{ 'due-day': '1', 'due-month': '11', 'due-year': '2026' }, 'Enter a date that is still to come'],
])('what is typed wrong is said so, and the words and the choice stay: %#', async (typed, said) => {
  await marcus.visit('/desk/work/many?service=pothole');
  await marcus.submit({ ...SAID, ...typed }, '/desk/work/many/preview');
  expect(marcus.status).toBe(422);
  expect(marcus.text).toContain(said);
  expect(marcus.text).toContain('Open cases 4');
  if (!typed['message']) expect(marcus.html).toContain('The storm stopped our crews.');
});

test.each([
  ['', 'Choose a service, a team or a ward'],
  ['?service=no-such', 'None of these cases is open any more'],
  ['?case=nonsense&ward=nowhere&from=2026-99-99&team=x', 'Choose a service, a team or a ward'],
  ['?service=pothole&from=2026-12-01', 'None of these cases is open any more'],
])('an address that names nothing says what to do: %s', async (query, said) => {
  await marcus.visit(`/desk/work/many${query}`);
  expect(marcus.status).toBe(200);
  expect(marcus.text).toContain(said);
});

test('an adviser, a partner and a councillor write to nobody at once', async () => {
  for (const person of ['ada-mensah', 'dev-anand', 'ruth-adeyemi']) {
    const browser = await house.signedIn(person);
    await browser.visit('/desk/work/many?service=pothole');
    expect(browser.status).toBe(403);
    await browser.visit('/desk/work/many/019aa000-0000-7000-8000-000000000000');
    expect(browser.status).toBe(403);
    await browser.visit('/desk/work?of=all');
    expect(browser.text).not.toContain('Write to the ticked ones');
  }
  await marcus.visit('/desk/work/many/019aa000-0000-7000-8000-000000000000');
  expect(marcus.status).toBe(404);
});
