import { expect, test } from 'vitest';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';

const WEDNESDAY = '2026-11-25T11:00:00Z';
const REPORT = '/services/pothole/report';
const TYPED = 'Beside the bus stop, by the school';
const MB = 1024 * 1024;

test('a photo of 20 MB is refused with what to do, and what was typed before is kept', async () => {
  const { browser } = await startApp({ now: WEDNESDAY });
  const sam = browser();
  await upToPhoto(sam);
  await sam.attach(sam.url, { field: 'photo', name: 'hole.jpg', bytes: Buffer.alloc(20 * MB, 1) });
  expect(sam.status).toBe(422);
  expect(sam.text).toContain('hole.jpg: The file must be 15 MB or smaller');
  await fromPhotoToAnswers(sam);
  expect(sam.text).toContain(TYPED);
});

test('a text file that is named .jpg is refused as no photo, and the report goes on without it', async () => {
  const { browser } = await startApp({ now: WEDNESDAY });
  const sam = browser();
  await upToPhoto(sam);
  await sam.attach(sam.url, { field: 'photo', name: 'letter.jpg', bytes: Buffer.from('Dear Sir or Madam') });
  expect(sam.status).toBe(422);
  expect(sam.text).toContain('letter.jpg: The file must be a photo');
  await fromPhotoToAnswers(sam);
  await sam.submit({}, `${REPORT}/answers`);
  expect(sam.text).toContain('Your reference');
});

test('who goes back after sending and presses again finds the report that was sent, and makes no other', async () => {
  const house = await startApp({ now: WEDNESDAY });
  const sam = house.browser();
  await upToPhoto(sam);
  await fromPhotoToAnswers(sam);
  const before = { page: sam.page, url: sam.url };
  await sam.submit({}, `${REPORT}/answers`);
  const reference = referenceIn(sam);
  expect(reference).toBeDefined();

  Object.assign(sam, before);
  await sam.submit({}, `${REPORT}/answers`);
  expect(referenceIn(sam)).toBe(reference);
  await sam.visit(`${REPORT}/questions/details`);
  expect(referenceIn(sam)).toBe(reference);
  expect(await countCases(house)).toBe(1);
});

async function upToPhoto(browser: Browser): Promise<void> {
  await browser.visit(REPORT);
  await browser.submit({}, REPORT);
  await browser.submit({ place: 'IG11 0AE' });
  await browser.submit({ place: 'near-999000001001', detail: '' });
  await browser.submit({ 'where-in-road': 'road' });
  await browser.submit({ danger: 'no' });
  await browser.submit({ size: 'hand' });
  await browser.submit({ details: TYPED });
}

async function fromPhotoToAnswers(browser: Browser): Promise<void> {
  await browser.submit({ photo: '' });
  await browser.submit({ name: 'Sam Okoro', email: 'sam@example.com', phone: '' });
  expect(browser.url).toBe(`${REPORT}/answers`);
}

const referenceIn = ({ text }: Browser): string | undefined => /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/.exec(text)?.[0];

async function countCases({ deps, councilId }: TestApp): Promise<number> {
  const { rows } = await deps.db.pool.query<{ n: number }>('select count(*) as n from cases where council_id = $1', [
    councilId,
  ]);
  return rows[0]?.n ?? 0;
}
