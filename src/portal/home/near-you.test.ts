import { beforeAll, expect, test } from 'vitest';
import { reviewPhotos } from '#modules/cases';
import { systemActor } from '#platform/actor';
import { inCouncil } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { photoOf, reportInStreet } from '#test/street-reports';

let house: TestApp;

beforeAll(async () => {
  house = await startApp({ now: '2026-11-25T11:00:00Z' });
});

async function ask(postcode: string): Promise<Browser> {
  const kay = house.browser();
  await kay.visit('/');
  await kay.submit({ postcode }, '/near-you');
  return kay;
}

test('a postcode and an address give the next bin days, and the address of the page names nobody', async () => {
  const kay = await ask('ig110ae');
  expect(kay.url).toBe('/near-you');
  expect(kay.text).toContain('Choose your address');
  await kay.submit({ uprn: '999000001009' });
  expect(kay.url).toBe('/near-you');
  expect(kay.text).toContain('9 Avocet Way, Barking');
  expect(kay.text).toContain('Tuesday 1 December');
  expect(kay.text).toContain('This address is made up. Its postcode is real.');
});

test('open public reports around the postcode are shown, and no private one', async () => {
  const { rows } = await house.deps.db.pool.query<{ lat: number; lon: number }>(
    'select lat, lon from addresses where uprn = 999000001009',
  );
  const [home] = rows;
  const { caseId } = await reportInStreet(house, { place: { words: 'By number 9', ...home } });
  expect((await ask('IG11 0AE')).text).toContain('By number 9');
  await house.deps.db.pool.query("update cases set public_state = 'private' where id = $1", [caseId]);
  const kay = await ask('IG11 0AE');
  expect(kay.text).not.toContain('By number 9');
  expect(kay.text).toContain('Open reports within 500 metres of IG11 0AE');
  expect(kay.text).toContain('There are none');
});

test('a report shows its photo in the list once somebody cleared it, and not before', async () => {
  const { rows } = await house.deps.db.pool.query<{ lat: number; lon: number }>(
    'select lat, lon from addresses where uprn = 999000001009',
  );
  const { caseId, reference } = await reportInStreet(house, { place: { words: 'With a photo', ...rows[0] } });
  const fileId = await photoOf(house, caseId);
  expect((await ask('IG11 0AE')).html).not.toContain(fileId);
  await inCouncil(house.deps.db, house.councilId, (tx) =>
    reviewPhotos(tx, house.clock, systemActor(house.councilId), { case: caseId, show: [fileId], withhold: [] }),
  );
  expect((await ask('IG11 0AE')).html).toContain(`src="/track/${reference}/photos/${fileId}"`);
});

test.each(['', 'nonsense', 'RM1', '🚧', "' or 1=1", 'x'.repeat(100_000)])(
  'the postcode %j is refused in words and shown again',
  async (typed) => {
    const kay = await ask(typed);
    expect(kay.status).toBe(422);
    expect(kay.text).toContain('There is a problem');
    expect(kay.text).toContain('Which postcode?');
  },
);

test('a postcode that exists nowhere, or in another district, is told where to go', async () => {
  const unknown = await ask('ZZ99 9ZZ');
  expect(unknown.status).toBe(422);
  expect(unknown.text).toContain('We do not know that postcode');
  const { rows } = await house.deps.db.pool.query<{ postcode: string }>(
    "select postcode from postcodes where district_code = 'E07000068' limit 1",
  );
  const elsewhere = await ask(rows[0]?.postcode ?? '');
  expect(elsewhere.status).toBe(200);
  expect(elsewhere.text).toContain('is in the area of Brentwood Borough Council');
});

test('an address that is not in the postcode shows nobody’s bin days', async () => {
  const kay = await ask('IG11 0AE');
  const { rows } = await house.deps.db.pool.query<{ uprn: string }>(
    "select uprn from addresses where postcode <> 'IG11 0AE' limit 1",
  );
  await kay.submit({ uprn: String(rows[0]?.uprn) });
  expect(kay.status).toBe(200);
  expect(kay.text).toContain('Choose your address');
});

test('asked for by its address alone, it begins at the home page', async () => {
  const kay = house.browser();
  await kay.visit('/near-you');
  expect(kay.url).toBe('/');
});
