import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { visitor } from '#modules/staff';
import { inCouncil, type Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { startApp, type TestApp } from '#test/app';
import { type SmallCouncil, smallCouncil } from '#test/small-council';
import { fileForReader, filesOf, linkFile, reviewFiles, storeUpload, type Upload } from './index.ts';

let house: TestApp;
let council: SmallCouncil;
let photo: Buffer;

beforeAll(async () => {
  house = await startApp();
  council = await smallCouncil(house.deps.db, house.clock);
  photo = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#337755' } })
    .withExif({ IFD0: { Copyright: 'Kay Marsh' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 28/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
});

const inTx = <T>(work: (tx: Tx) => Promise<T>) => inCouncil(house.deps.db, council.councilId, work);
const resident = () => visitor(council.councilId);
const store = (upload: Partial<Upload>) =>
  storeUpload(house.deps, resident(), { name: 'photo.jpg', bytes: photo, ...upload });
async function stored(upload: Partial<Upload> = {}) {
  const result = await store(upload);
  if (!result.ok) throw new Error(result.refusal);
  return result.fileId;
}
const row = (id: string) =>
  inTx((tx) =>
    tx
      .selectFrom('files')
      .selectAll()
      .where('council_id', '=', council.councilId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  );

describe('a photo', () => {
  test('is shown upright and stripped, while its original is sealed apart with its hash', async () => {
    expect(photo.includes('Kay Marsh')).toBe(true);
    const id = await stored({ name: '../../etc/My "bin".jpg' });
    const file = await row(id);
    expect(file).toMatchObject({
      name: 'My bin.jpg',
      media_type: 'image/jpeg',
      width: 20,
      height: 40,
      scan_state: 'not-scanned',
    });
    expect(file.original_sha256).toBe(createHash('sha256').update(photo).digest('hex'));
    const shown = await house.deps.files.get(file.shown_key ?? '');
    expect(shown?.includes('Kay Marsh')).toBe(false);
    expect((await sharp(shown ?? Buffer.alloc(0)).metadata()).exif).toBeUndefined();
    expect(await house.deps.files.get(file.original_key ?? '')).toEqual(photo);
    expect(file.shown_key).not.toBe(file.original_key);
  });

  test.each<[string, string, Partial<Upload>]>([
    [
      'a text file that calls itself a photo',
      'not-a-photo',
      { bytes: Buffer.from('hello, I am a photo'), accept: 'photo' },
    ],
    ['a web page', 'not-allowed-type', { name: 'x.png', bytes: Buffer.from('<svg onload="alert(1)">') }],
    ['a PDF where a photo is asked for', 'not-a-photo', { bytes: Buffer.from('%PDF-1.7\n%âãÏÓ\n'), accept: 'photo' }],
    ['an empty file', 'empty', { bytes: Buffer.alloc(0) }],
    ['a file of 20 MB', 'too-large', { bytes: Buffer.alloc(20 * 1024 * 1024, 1) }],
    ['a file that was cut on its way', 'too-large', { isTooLarge: true }],
    ['half a photo', 'unreadable', { bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1]) }],
  ])('is refused in plain words: %s', async (_, refusal, upload) => {
    const result = await store(upload);
    expect(result).toMatchObject({ ok: false, refusal });
    expect(result.ok ? '' : result.message).toMatch(/\w+ \w+/);
  });

  test('that unfolds to a hundred million points is refused, not unfolded', async () => {
    const bomb = await sharp({
      create: { width: 10_000, height: 10_000, channels: 3, background: '#fff' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(await store({ bytes: bomb })).toMatchObject({ ok: false, refusal: 'unreadable' });
  });
});

describe('a file', () => {
  test('opens for staff, for whoever was shown its case, and for anybody once it is public; logged for staff', async () => {
    const [fileId, caseId] = [await stored(), newId(house.clock)];
    await inTx((tx) =>
      linkFile(tx, house.clock, resident(), { fileId, subjectType: 'case', subjectId: caseId, purpose: 'report' }),
    );
    const open = (actor: Parameters<typeof fileForReader>[1], more = {}) =>
      fileForReader(house.deps, actor, { fileId, purpose: 'working a case', ...more });
    expect(await open(resident())).toEqual({ ok: false, refusal: 'not-allowed' });
    expect(await open(resident(), { shownSubjectIds: [caseId] })).toMatchObject({
      ok: true,
      mediaType: 'image/jpeg',
      isPhoto: true,
    });
    expect(await open(council.adviser)).toMatchObject({ ok: true });
    expect(await open(council.adviser, { original: true })).toEqual({ ok: false, refusal: 'not-allowed' });
    const officer = await council.colleague('Olu', ['complaints-officer']);
    const original = await open(officer, { original: true });
    expect(original.ok && original.bytes).toEqual(photo);
    const reads = await inTx((tx) =>
      tx
        .selectFrom('audit_entries')
        .select('act')
        .where('council_id', '=', council.councilId)
        .where('subject_id', '=', fileId)
        .where('kind', '=', 'read')
        .orderBy('id')
        .execute(),
    );
    expect(reads.map(({ act }) => act).sort()).toEqual(['file.original-read', 'file.read']);
    const other = newId(house.clock);
    await inTx((tx) =>
      linkFile(tx, house.clock, council.adviser, {
        fileId,
        subjectType: 'case',
        subjectId: other,
        purpose: 'report',
      }),
    );
    await inTx((tx) =>
      reviewFiles(tx, house.clock, council.councilId, { subjectIds: [other], show: [fileId], withhold: [] }),
    );
    expect(await open(resident())).toMatchObject({ ok: true });
    expect(await inTx((tx) => filesOf(tx, council.councilId, [caseId]))).toMatchObject([
      { id: fileId, scanState: 'not-scanned', isPublic: false },
    ]);
  });

  test('of another council is not found', async () => {
    const fileId = await stored();
    const elsewhere = await smallCouncil(house.deps.db, house.clock, 'elsewhere');
    expect(await fileForReader(house.deps, elsewhere.adviser, { fileId, purpose: 'x' })).toEqual({
      ok: false,
      refusal: 'not-found',
    });
  });

  test('that is a PDF is kept as it is', async () => {
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
    const file = await row(await stored({ name: 'letter.pdf', bytes: pdf }));
    expect(file).toMatchObject({ media_type: 'application/pdf', shown_key: null, width: null });
  });
});
