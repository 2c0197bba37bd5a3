import { beforeAll, expect, test } from 'vitest';
import { aCouncil } from '#test/a-council';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';

let house: TestApp;
let ada: Browser;
let beth: Browser;
let reference: string;

beforeAll(async () => {
  house = await startApp({ now: '2026-11-25T11:00:00Z' });
  ada = await house.signedIn('ada-mensah');
  beth = await house.signedIn('beth-nolan');
  reference = await pothole();
});

/** A pothole taken on the phone. */
async function pothole(): Promise<string> {
  await ada.visit('/desk');
  await ada.submit({ channel: 'phone' });
  await ada.submit({ service: 'pothole' });
  await ada.submit({ where: 'RM9 6HR' });
  await ada.submit({ place: /name="place" value="([^"]+)"/.exec(ada.html)?.[1] ?? '' });
  await ada.submit({
    'where-in-road': 'road',
    danger: 'no',
    size: 'hand',
    details: '',
    'answered-by': 'customer',
    'given-name': 'Mo Farrow',
    'given-email': 'mo@mail.example',
  });
  return /desk\/cases\/([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(ada.html)?.[1] ?? '';
}

test('a case is seen whole, and a note stands in its story', async () => {
  await beth.visit(`/desk/cases/${reference}`);
  expect(beth.text).toContain('Pothole');
  expect(beth.text).toContain('Mo Farrow');
  await beth.submit({ note: '' });
  expect(beth.text).toContain('Write the note');
  await beth.submit({ note: 'Measured: 45 mm' });
  expect(beth.text).toContain('Measured: 45 mm');
});

test('a case is not called done while its job is open, and the refusal says what is missing', async () => {
  await beth.visit(`/desk/cases/${reference}`);
  await beth.submit({ ending: 'done', 'ending-reason': 'We mended it' });
  expect(beth.status).toBe(422);
  expect(beth.text).toContain('It cannot be called done yet');
  expect(beth.html).toContain('We mended it');
});

test('of two officers at once the second reads who ended it, and their words stay as a note', async () => {
  const other = await pothole();
  const marcus = await house.signedIn('marcus-lee');
  await beth.visit(`/desk/cases/${other}`);
  await marcus.visit(`/desk/cases/${other}`);
  await beth.submit({ ending: 'withdrawn', 'ending-reason': 'They rang to take it back' });
  expect(beth.text).toContain('Withdrawn');
  await marcus.submit({ ending: 'withdrawn', 'ending-reason': 'Taken back on the phone' });
  expect(marcus.text).toContain('Beth Nolan ended this case while you were writing');
  expect(marcus.text).toContain('Taken back on the phone');
});

test('the journey of a case shows its contacts with their cost from the chosen set', async () => {
  await beth.visit(`/desk/cases/${reference}/journey`);
  expect(beth.text).toContain('Phone in, by a person');
  expect(beth.text).toMatch(/£\d+\.\d\d/);
});

test('the worklist of a team shows what is open by its next promise, and leaves as CSV', async () => {
  await beth.visit('/desk/work');
  expect(beth.text).toContain(reference);
  expect(beth.text).toContain('All open');
  await beth.visit('/desk/work?filter=overdue');
  expect(beth.text).toContain('No cases are here');
  await beth.visit('/desk/work?filter=nonsense&of=nobody&after=x.y');
  expect(beth.status).toBe(200);
  await beth.visit('/desk/work.csv');
  expect(beth.html).toContain(reference);
});

test('search finds a case by its reference and a person by name, without the words in an address', async () => {
  await ada.visit('/desk');
  await ada.submit({ q: reference.toLowerCase() }, '/desk/search');
  expect(ada.text).toContain(reference);
  expect(ada.url).not.toContain(reference.toLowerCase());
  await ada.visit('/desk/customers');
  await ada.submit({ q: 'nobody of this name' }, '/desk/customers');
  expect(ada.text).toContain('Nothing is like “nobody of this name”');
});

test('messages that no provider takes are shown as not sent', async () => {
  await house.work();
  await ada.visit('/desk/outbox');
  expect(ada.text).toContain('Mo Farrow');
  expect(ada.text).toContain('Not sent');
});

test('today counts what happened, and the directory says who owns a service', async () => {
  await ada.visit('/desk/today');
  expect(ada.text).toContain('Wednesday 25 November');
  expect(ada.text).toContain('2 cases opened');
  await ada.visit('/desk/services?q=hole in the road');
  expect(ada.text).toContain('Pothole');
  await ada.visit('/desk/services/pothole');
  expect(ada.text).toContain('Highways');
});

test('what a person can mistype is answered with what to do, never with a fault', async () => {
  for (const path of [
    '/desk/cases/NONSENSE',
    '/desk/cases/K7M3-QX9T',

    '/desk/customers/1',
    '/desk/services/x',
  ]) {
    await ada.visit(path);
    expect(ada.status).toBe(404);
  }
});

test('a partner and a councillor see neither cases that are not theirs nor customers', async () => {
  for (const person of ['dev-anand', 'ruth-adeyemi']) {
    const browser = await house.signedIn(person);
    await browser.visit(`/desk/cases/${reference}`);
    expect(browser.status).toBe(403);
    await browser.visit('/desk/work?of=all');
    expect(browser.text).not.toContain(reference);
    await browser.visit('/desk/outbox');
    expect(browser.status).toBe(403);
  }
});

test('the very next page shows a council that was changed, and lets nobody in where the host went over to another', async () => {
  const { pool } = house.deps.db;
  await ada.visit('/desk/work');
  await pool.query("update councils set name = 'Estuary and Marsh Council' where id = $1", [house.councilId]);
  await ada.visit('/desk/work');
  expect(ada.text).toContain('Estuary and Marsh Council');
  const other = await aCouncil(house.deps);
  await pool.query("update councils set hosts = '{localhost}' where id = $1", [other.id]);
  await ada.visit('/desk/work');
  expect(ada.url).toContain('/desk/sign-in');
  expect(ada.text).not.toContain('Estuary and Marsh Council');
  await pool.query("update councils set hosts = '{}' where id = $1", [other.id]);
  await ada.visit('/desk/work');
  expect(ada.text).toContain('Estuary and Marsh Council');
});
