import sharp from 'sharp';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { addToCase, moveCase, reviewPhotos } from '#modules/cases';
import { fileForReader, linkFile, storeUpload } from '#modules/documents';
import { type StaffActor, staffActor, staffWhoMay, visitor } from '#modules/staff';
import { systemActor } from '#platform/actor';
import { inCouncil, type Tx } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { reportInStreet } from '#test/street-reports';

let house: TestApp;
let beth: Browser;
let reference: string;
let caseId: string;
let original: Buffer;

beforeAll(async () => {
  house = await startApp({ now: '2026-11-25T11:00:00Z' });
  beth = await house.signedIn('beth-nolan');
  original = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } })
    .withExif({ IFD0: { Copyright: 'Kay Lewis' } })
    .jpeg()
    .toBuffer();
});
beforeEach(async () => {
  ({ reference, caseId } = await reportInStreet(house));
});

const run = <T>(work: (tx: Tx) => Promise<T>) => inCouncil(house.deps.db, house.councilId, work);
const system = () => systemActor(house.councilId);

async function upload(): Promise<string> {
  const stored = await storeUpload(house.deps, system(), { name: 'hole.jpg', bytes: original, accept: 'photo' });
  if (!stored.ok) throw new Error(stored.refusal);
  return stored.fileId;
}

async function photoOf(subjectId = caseId): Promise<string> {
  const fileId = await upload();
  await run((tx) => linkFile(tx, house.clock, system(), { fileId, subjectType: 'case', subjectId, purpose: 'report' }));
  return fileId;
}

async function colleague(name: string): Promise<StaffActor> {
  const people = await run((tx) => staffWhoMay(tx, house.councilId, 'work-cases'));
  const found = await run((tx) => staffActor(tx, house.councilId, people.find((one) => one.name === name)?.id ?? ''));
  if (!found) throw new Error(`there is no ${name}`);
  return found;
}

const statusOf = async (photo: string, of = reference) => (await house.get(`/track/${of}/photos/${photo}`)).statusCode;
const decide = (fields: Record<string, string | string[]>) => beth.submit(fields, `/desk/review/${reference}`);

test('a photo waits for a person, and is shown to everybody once it is ticked, without what the camera wrote', async () => {
  const [good, face] = [await photoOf(), await photoOf()];
  expect([await statusOf(good), await statusOf(face)]).toEqual([404, 404]);
  await beth.visit('/desk/review');
  expect(beth.html).toContain(`/desk/review/${reference}/photos/${good}`);
  expect(beth.text).toContain('Show this photo to everybody');
  await decide({ text: 'By the crossing', show: good });
  expect(beth.url).toBe('/desk/review');
  expect(beth.html).not.toContain(reference);

  const shown = await house.get(`/track/${reference}/photos/${good}`);
  expect(shown.statusCode).toBe(200);
  expect(shown.rawPayload.equals(original)).toBe(false);
  expect((await sharp(shown.rawPayload).metadata()).exif).toBeUndefined();
  const sealed = { fileId: good, shownSubjectIds: [caseId], original: true, purpose: 'curious' };
  expect(await fileForReader(house.deps, visitor(house.councilId), sealed)).toEqual({
    ok: false,
    refusal: 'not-allowed',
  });
  expect(await statusOf(face)).toBe(404);
  const track = (await house.get(`/track/${reference}`)).body;
  expect(track).toContain(good);
  expect(track).not.toContain(face);
});

test('a photo that was shown by mistake is taken back, and one that comes later waits again', async () => {
  const photo = await photoOf();
  await beth.visit(`/desk/cases/${reference}`);
  await beth.visit(`/desk/review/${reference}`);
  await decide({ text: 'By the crossing', show: photo });
  const later = await photoOf();
  await beth.visit('/desk/review');
  expect(beth.html).toContain(later);
  await decide({ text: 'By the crossing' });
  expect([await statusOf(photo), await statusOf(later)]).toEqual([404, 404]);
  expect(beth.html).not.toContain(reference);
});

test('doubtful text and its photos are decided about together, and nothing typed is lost', async () => {
  const answers = { 'where-in-road': 'road', danger: false, size: 'hand', details: 'Mr Jones dug it' };
  ({ reference, caseId } = await reportInStreet(house, { answers }));
  const photo = await photoOf();
  await beth.visit('/desk/review');
  await decide({ text: ' ', show: photo });
  expect(beth.status).toBe(422);
  expect(beth.text).toContain('Write what everybody may read');
  expect(beth.html).toMatch(new RegExp(`<input[^>]*value="${photo}"[^>]*checked`));
  await decide({ text: 'Somebody dug it', show: photo });
  expect(await statusOf(photo)).toBe(200);
  await beth.visit(`/desk/review/${reference}`);
  await decide({ text: 'Somebody dug it', show: photo, act: 'withhold' });
  expect(await statusOf(photo)).toBe(404);
  expect((await house.get(`/track/${reference}`)).body).not.toContain('Somebody dug it');
});

test('who may not review sees neither the list nor a photo, and cannot decide by hand', async () => {
  const photo = await photoOf();
  const ada = await house.signedIn('ada-mensah');
  await ada.visit('/desk');
  expect(ada.html).not.toContain('/desk/review');
  for (const path of ['/desk/review', `/desk/review/${reference}`, `/desk/review/${reference}/photos/${photo}`]) {
    await ada.visit(path);
    expect(ada.status).toBe(403);
  }
  const adviser = await colleague('Ada Mensah');
  const command = { case: reference, show: [photo], withhold: [] };
  expect(await run((tx) => reviewPhotos(tx, house.clock, adviser, command))).toEqual({
    ok: false,
    refusal: 'not-allowed',
  });
});

test('a private service has no photos for everybody, also where they were cleared before it moved', async () => {
  const photo = await photoOf();
  const show = (fileId: string) =>
    run((tx) => reviewPhotos(tx, house.clock, system(), { case: caseId, show: [fileId], withhold: [] }));
  expect(await show(photo)).toEqual({ ok: true });
  expect(await statusOf(photo)).toBe(200);
  const mover = await colleague('Beth Nolan');
  const moved = await run((tx) =>
    moveCase(tx, house.clock, mover, { case: caseId, service: 'missed-bin', why: 'It is about a bin' }),
  );
  expect(moved).toMatchObject({ ok: true });
  expect(await statusOf(photo)).toBe(404);
  expect(await show(photo)).toEqual({ ok: false, refusal: 'private' });
  await beth.visit(`/desk/review/${reference}`);
  expect(beth.status).toBe(404);
});

test("a photo of another case, a colleague's own and what is no photo are not cleared, and no audit is left", async () => {
  const other = await reportInStreet(house);
  const [mine, theirs, between] = [await photoOf(), await photoOf(other.caseId), await upload()];
  const note = { case: caseId, kind: 'note' as const, text: 'For us', fileIds: [between] };
  await run((tx) => addToCase(tx, house.clock, system(), note));
  await beth.visit(`/desk/review/${reference}`);
  expect(beth.html).not.toContain(between);
  for (const wrong of [theirs, between, 'nonsense']) {
    await beth.visit(`/desk/review/${reference}`);
    await decide({ text: 'By the crossing', show: [mine, wrong] });
    expect(beth.status).toBe(422);
    expect([await statusOf(mine), await statusOf(wrong)]).toEqual([404, 404]);
  }
  expect(await statusOf(mine, other.reference)).toBe(404);
  const { rows } = await house.deps.db.pool.query(
    "select 1 from audit_entries where act = 'case.photos-reviewed' and subject_id = $1",
    [caseId],
  );
  expect(rows).toHaveLength(0);
});

test('the decision is in the audit with its person', async () => {
  const [good, face] = [await photoOf(), await photoOf()];
  await beth.visit(`/desk/review/${reference}`);
  await decide({ text: 'By the crossing', show: good });
  const { rows } = await house.deps.db.pool.query(
    "select actor_name, detail from audit_entries where act = 'case.photos-reviewed' and subject_id = $1",
    [caseId],
  );
  expect(rows).toMatchObject([{ detail: { shown: [good], withheld: [face] } }]);
});

test('Open311 and the list of reports nearby give a photo out once it is cleared', async () => {
  const photo = await photoOf();
  const json = async () =>
    (await house.get(`/open311/v2/requests/${reference}.json`)).json<Record<string, unknown>[]>()[0];
  expect(await json()).not.toHaveProperty('media_url');
  await beth.visit('/desk/review');
  await decide({ text: 'By the crossing', show: photo });
  const url = `${house.deps.publicUrl}/track/${reference}/photos/${photo}`;
  expect(await json()).toMatchObject({ media_url: url });
  expect((await house.get(`/open311/v2/requests/${reference}.xml`)).body).toContain(`<media_url>${url}</media_url>`);
  expect((await house.get('/open311/v2/requests.json')).body).toContain(url);
});
