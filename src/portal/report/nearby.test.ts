import { beforeEach, expect, test } from 'vitest';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { reportInStreet } from '#test/street-reports';

const BASE = '/services/pothole/report';

let house: TestApp;
let sam: Browser;
let home: { lat: number; lon: number };

beforeEach(async () => {
  house = await startApp({ now: '2026-11-25T11:00:00Z' });
  const { rows } = await house.deps.db.pool.query<{ lat: number; lon: number }>(
    'select lat, lon from addresses where uprn = 999000001001',
  );
  home = rows[0] ?? { lat: 0, lon: 0 };
  sam = house.browser();
});

async function atHome(): Promise<void> {
  await sam.visit(BASE);
  await sam.submit({}, BASE);
  await sam.submit({ place: 'IG11 0AE' });
  await sam.submit({ place: 'near-999000001001', detail: '' });
}

const holeAt = (place: { lat: number; lon: number; words: string }) => reportInStreet(house, { place });

test('an open report near the place is shown before the questions, to follow in place of telling it again', async () => {
  const { reference } = await holeAt({ ...home, words: 'Outside number 1' });
  await atHome();
  expect(sam.url).toBe(`${BASE}/nearby`);
  expect(sam.text).toContain('There is an open report near this place');
  expect(sam.text).toContain('Outside number 1');
  expect(sam.text).not.toContain('Kay Lewis');
  expect(sam.html).toContain(`/track/${reference}/follow`);
});

test('“none of these” goes on, and is not asked again', async () => {
  await holeAt({ ...home, words: 'Outside number 1' });
  await atHome();
  await sam.submit({}, `${BASE}/nearby`);
  expect(sam.url).toBe(`${BASE}/questions/where-in-road`);
  await sam.submit({ 'where-in-road': 'road' });
  expect(sam.url).toBe(`${BASE}/questions/danger`);
});

test('what is far, private, ended or of another service is not shown', async () => {
  await holeAt({ lat: home.lat + 0.01, lon: home.lon, words: 'Far away' });
  const { caseId } = await holeAt({ ...home, words: 'Kept private' });
  await house.deps.db.pool.query("update cases set public_state = 'withheld' where id = $1", [caseId]);
  await reportInStreet(house, {
    service: 'street-light',
    answers: { fault: 'out', number: '12' },
    place: { ...home, words: 'A light' },
  });
  await atHome();
  expect(sam.url).toBe(`${BASE}/questions/where-in-road`);
});

test('text that waits for a person is not shown nearby', async () => {
  await reportInStreet(house, {
    answers: { 'where-in-road': 'road', danger: false, size: 'hand', details: 'Ask Mr Smith at https://example.com' },
    place: { ...home, words: 'Outside number 1' },
  });
  await atHome();
  expect(sam.html).not.toContain('Mr Smith');
});
