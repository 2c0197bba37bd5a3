import sharp from 'sharp';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { photoOf, reportInStreet } from '#test/street-reports';

let house: TestApp;
let beth: Browser;
let reference: string;
let caseId: string;

beforeAll(async () => {
  house = await startApp({ now: '2026-11-25T11:00:00Z' });
  beth = await house.signedIn('beth-nolan');
});
beforeEach(async () => {
  ({ reference, caseId } = await reportInStreet(house));
});

const aPhoto = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: 'gray' } })
    .withExif({ IFD0: { Copyright: 'Crew 4' } })
    .jpeg()
    .toBuffer();

/** The crew adds a photo to the first job of the case, in the form of the sheet. Returns the photo's id. */
async function crewAdds(path: 'completion' | 'note', fields: Record<string, string>): Promise<string> {
  const { rows } = await house.deps.db.pool.query<{ id: string }>(
    'select id from jobs where case_id = $1 order by number',
    [caseId],
  );
  const sheet = `/desk/jobs/${rows[0]?.id ?? ''}`;
  await beth.visit(sheet);
  const field = path === 'note' ? 'photo' : 'done-photo';
  await beth.attach(`${sheet}/${path}`, { field, name: 'work.jpg', bytes: await aPhoto() }, fields);
  expect(beth.status).toBe(200);
  return new RegExp(`${sheet}/files/([0-9a-f-]+)"[^>]*>\\s*<img[^>]*alt="The work`).exec(beth.html)?.[1] ?? '';
}

const completed = () => crewAdds('completion', { 'done-note': 'Measured it', 'for-customer': '' });
const statusOf = async (photo: string) => (await house.get(`/track/${reference}/photos/${photo}`)).statusCode;
const track = async () => (await house.get(`/track/${reference}`)).body;
const decide = (fields: Record<string, string | string[]>) =>
  beth.submit({ text: 'By the crossing', ...fields }, `/desk/review/${reference}`);
const updates = async () =>
  (await house.get(`/open311/v2/servicerequestupdates.json?service_request_id=${reference}`)).json<
    Record<string, string>[]
  >();

test('a photo of the work waits beside those of the report, and is shown to everybody once it is ticked', async () => {
  const reported = await photoOf(house, caseId);
  const work = await completed();
  expect(await statusOf(work)).toBe(404);
  await beth.visit('/desk/review');
  expect(beth.text).toContain('Photos of the report');
  expect(beth.text).toContain('Photos of the work');
  await decide({ show: work });
  await beth.visit('/desk/review');
  expect(beth.html).not.toContain(reference);

  expect([await statusOf(work), await statusOf(reported)]).toEqual([200, 404]);
  const shown = await house.get(`/track/${reference}/photos/${work}`);
  expect((await sharp(shown.rawPayload).metadata()).exif).toBeUndefined();
  expect(await track()).toContain('alt="What we did, 1 of 1"');
  expect(await track()).toContain('We added a photo of the work.');
});

test('a photo of the work that was refused stays with the council, and does not wait again', async () => {
  const work = await completed();
  await beth.visit('/desk/review');
  await decide({});
  expect(await statusOf(work)).toBe(404);
  expect(await track()).not.toContain('photo of the work');
  await beth.visit('/desk/review');
  expect(beth.html).not.toContain(reference);
  await beth.visit(`/desk/review/${reference}`);
  await decide({ show: work });
  expect(await statusOf(work)).toBe(200);
});

test('a photo that the crew put on the job beside a note is evidence too, and may be cleared', async () => {
  const work = await crewAdds('note', { note: 'Nobody outside reads this' });
  await beth.visit('/desk/review');
  await decide({ show: work });
  expect(await statusOf(work)).toBe(200);
  expect(await track()).not.toContain('Nobody outside reads this');
});

test('Open311 passes the photo of the work on as a step with its picture, and takes the picture back with it', async () => {
  const work = await completed();
  await beth.visit('/desk/review');
  await decide({ show: work });
  const url = `${house.deps.publicUrl}/track/${reference}/photos/${work}`;
  expect(await updates()).toContainEqual(
    expect.objectContaining({ status: 'IN_PROGRESS', description: 'We added a photo of the work.', media_url: url }),
  );
  const request = await house.get(`/open311/v2/requests/${reference}.json`);
  expect(request.body).not.toContain(work);

  await beth.visit(`/desk/review/${reference}`);
  await decide({});
  expect((await updates()).map((update) => update['media_url'])).not.toContain(url);
});

test('a photo of the work that is cleared after the end leaves the report closed for Open311', async () => {
  const work = await completed();
  await house.deps.db.pool.query("update cases set stage = 'ended', ending = 'done', ended_at = now() where id = $1", [
    caseId,
  ]);
  await beth.visit('/desk/review');
  await decide({ show: work });
  expect((await updates()).at(-1)).toMatchObject({ status: 'FIXED', description: 'We added a photo of the work.' });
});

test('a photo that was cleared goes from everywhere once its case is private', async () => {
  const work = await completed();
  await beth.visit('/desk/review');
  await decide({ show: work });
  expect(await statusOf(work)).toBe(200);
  await house.deps.db.pool.query("update cases set public_state = 'private' where id = $1", [caseId]);
  expect(await statusOf(work)).toBe(404);
  expect((await updates()).map((update) => update['media_url']).join('')).toBe('');
});
