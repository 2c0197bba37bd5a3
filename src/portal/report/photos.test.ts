import sharp from 'sharp';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';

const BASE = '/services/pothole/report';
const STEP = `${BASE}/questions/photo`;

let house: TestApp;
let sam: Browser;

beforeAll(async () => {
  house = await startApp({ now: '2026-11-25T11:00:00Z' });
});
beforeEach(async () => {
  await house.deps.db.pool.query('delete from rate_limits');
  sam = house.browser();
  await sam.visit(BASE);
  await sam.submit({}, BASE);
  await sam.submit({ place: 'IG11 0AE' });
  await sam.submit({ place: 'near-999000001001', detail: '' });
  await sam.submit({ 'where-in-road': 'road' });
  await sam.submit({ danger: 'no' });
  await sam.submit({ size: 'hand' });
  await sam.submit({ details: 'By the crossing' });
  expect(sam.url).toBe(STEP);
});

const aPhoto = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: 'gray' } })
    .jpeg()
    .toBuffer();

const add = (name: string, bytes: Buffer) => sam.attach(STEP, { field: 'photo', name, bytes });

const shown = () =>
  [...sam.html.matchAll(new RegExp(`src="(${BASE}/photos/[0-9a-f-]+)"`, 'g'))].map(([, path]) => path ?? '');

test('a text that calls itself a photo is refused by name, and what to send is said', async () => {
  await add('hole.jpg', Buffer.from('not a photo'));
  expect(sam.status).toBe(422);
  expect(sam.text).toContain('hole.jpg: The file must be a photo (JPG, PNG, HEIC or WebP)');
});

test('a page that calls itself a photo never comes back as a page', async () => {
  await add('hole.jpg', Buffer.from('<!doctype html><script>alert(1)</script>'));
  expect(sam.status).toBe(422);
  expect(shown()).toEqual([]);
});

test('a photo of twenty megabytes is refused with the limit', async () => {
  await add('hole.jpg', Buffer.concat([await aPhoto(), Buffer.alloc(20 * 1024 * 1024)]));
  expect(sam.status).toBe(422);
  expect(sam.text).toContain('hole.jpg: The file must be 15 MB or smaller');
});

test('an empty file is said to be one', async () => {
  await add('hole.jpg', Buffer.alloc(0));
  expect(sam.status).toBe(422);
  expect(sam.text).toContain('The file is empty');
});

test('photos are added up to the limit, one more is refused, and those that are there stay', async () => {
  for (let photo = 1; photo <= 3; photo += 1) {
    await add('hole.jpg', await aPhoto());
    await sam.visit(STEP);
    expect(shown()).toHaveLength(photo);
  }
  expect(sam.html).not.toContain('type="file"');
  const twin = house.browser();
  await twin.visit(shown()[0] ?? '');
  expect(twin.status).toBe(404);
  await sam.submit({ remove: shown()[0]?.split('/').at(-1) ?? '' });
  expect(shown()).toHaveLength(2);
  const beforeFull = sam.twin();
  await add('hole.jpg', await aPhoto());
  await beforeFull.attach(STEP, { field: 'photo', name: 'four.jpg', bytes: await aPhoto() });
  expect(beforeFull.status).toBe(422);
  expect(beforeFull.text).toContain('You can add up to 3 photos');
});

test('a damaged photo is said to be one, and the report goes on without', async () => {
  await add('hole.jpg', (await aPhoto()).subarray(0, 200));
  expect(sam.status).toBe(422);
  expect(sam.text).toContain('We cannot open the photo');
  await sam.submit({ photo: '' });
  expect(sam.url).toBe(`${BASE}/contact`);
});
