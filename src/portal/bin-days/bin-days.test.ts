import { expect, test } from 'vitest';
import { startApp } from '#test/app';

const HOME = '999000001009';

test('the bin days of an address stand on a page that its postcode leads to', async () => {
  const { browser } = await startApp({ now: '2026-11-25T11:00:00Z' });
  const kay = browser();
  await kay.visit('/');
  await kay.submit({ postcode: 'IG11 0AE' }, '/near-you');
  await kay.submit({ postcode: 'IG11 0AE', uprn: HOME });
  expect(kay.html).toContain(`/bin-days/${HOME}`);
  await kay.visit(`/bin-days/${HOME}`);
  expect(kay.text).toContain('9 Avocet Way, Barking');
  expect(kay.text).toMatch(/Tuesday 1 December/);
});

test('a calendar has a whole day for each collection, with ids that stay, and nothing about who lives there', async () => {
  const { get } = await startApp({ now: '2026-11-25T11:00:00Z' });
  const first = await get(`/bin-days/${HOME}/calendar.ics`);
  expect(first.headers['content-type']).toContain('text/calendar');
  expect(first.body).toMatch(/DTSTART;VALUE=DATE:20261201\r\n/);
  expect(first.body).not.toMatch(/Avocet|IG11|assist/i);
  const ids = (text: string) => [...text.matchAll(/UID:(.*)/g)].map(([, id]) => id);
  expect(new Set(ids(first.body)).size).toBe(ids(first.body).length);
  expect(ids((await get(`/bin-days/${HOME}/calendar.ics`)).body)).toEqual(ids(first.body));
});

test('the same days are open data that any page may read, without the help that a household has', async () => {
  const { get } = await startApp({ now: '2026-11-25T11:00:00Z' });
  const answer = await get(`/bin-days/${HOME}/days.json`);
  expect(answer.headers['access-control-allow-origin']).toBe('*');
  const { collections } = answer.json<{ collections: { date: string; container: string }[] }>();
  expect(collections.map(({ container }) => container)).toContain('rubbish');
  expect(collections.every(({ date }) => date >= '2026-11-25')).toBe(true);
  expect(answer.body).not.toMatch(/assist/i);
});

test.each(['1', 'abc', '%00', '99999999999999999999', '-1'])(
  'the address %s that we do not collect from is not found',
  async (uprn) => {
    const { get } = await startApp();
    for (const path of ['', '/calendar.ics', '/days.json'])
      expect((await get(`/bin-days/${uprn}${path}`)).statusCode).toBe(404);
  },
);
