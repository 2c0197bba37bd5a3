import sharp from 'sharp';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { disposeFilesOf, disposeShown } from '#modules/documents';
import { inCouncil } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { photoOf, reportInStreet } from '#test/street-reports';

let house: TestApp;
let beth: Browser;
let reference: string;
let caseId: string;
let photo: string;

beforeAll(async () => {
  house = await startApp({ now: '2026-11-25T11:00:00Z' });
  beth = await house.signedIn('beth-nolan');
});
// The photo is teal, 40 by 30: ten squares along, eight down.
beforeEach(async () => {
  ({ reference, caseId } = await reportInStreet(house));
  photo = await photoOf(house, caseId);
});

const parts = () => `/desk/review/${reference}/photos/${photo}/parts`;

async function hide(...squares: string[]): Promise<void> {
  await beth.visit(parts());
  await beth.submit({ hide: squares }, parts());
}

async function show(): Promise<void> {
  await beth.visit(`/desk/review/${reference}`);
  await beth.submit({ text: 'By the crossing', show: photo }, `/desk/review/${reference}`);
}

/** Whether the middle of a square is painted over, as somebody at this address sees it. */
async function isCovered(bytes: Buffer, row: number, column: number): Promise<boolean> {
  const at = { left: column * 4 - 3, top: Math.floor(row * 3.75) - 2, width: 2, height: 1 };
  const { dominant } = await sharp(await sharp(bytes).extract(at).toBuffer()).stats();
  return dominant.r > 40;
}

const everybodySees = async () => (await house.get(`/track/${reference}/photos/${photo}`)).rawPayload;

async function bethSees(path: string): Promise<Buffer> {
  await beth.visit(path);
  return beth.page?.rawPayload ?? Buffer.alloc(0);
}

const keyOf = async () => {
  const { rows } = await house.deps.db.pool.query<{ public_key: string | null }>(
    'select public_key from files where id = $1',
    [photo],
  );
  return rows[0]?.public_key ?? null;
};

test('squares that were chosen are painted over for everybody, and colleagues see all of the photo still', async () => {
  await hide('3-4', '3-5');
  expect(beth.url).toBe(`/desk/review/${reference}`);
  expect(beth.text).toContain('Change what is hidden');
  await show();

  const outside = await everybodySees();
  expect([await isCovered(outside, 3, 4), await isCovered(outside, 6, 8)]).toEqual([true, false]);
  const looked = await bethSees(`/desk/review/${reference}/photos/${photo}`);
  expect(await isCovered(looked, 3, 4)).toBe(true);
  const work = await bethSees(`/desk/cases/${reference}/files/${photo}`);
  expect(await isCovered(work, 3, 4)).toBe(false);
});

test('what is hidden is shown as it was chosen, and can be changed or taken back; no copy is left behind', async () => {
  await hide('1-1');
  const first = await keyOf();
  await beth.visit(parts());
  expect(beth.html).toMatch(/<input[^>]*value="1-1"[^>]*checked/);
  await hide('2-2');
  await show();
  const outside = await everybodySees();
  expect([await isCovered(outside, 1, 1), await isCovered(outside, 2, 2)]).toEqual([false, true]);
  expect(await house.deps.files.get(first ?? '')).toBeNull();
  await hide();
  expect(await isCovered(await everybodySees(), 2, 2)).toBe(false);
  expect(await keyOf()).toBeNull();
});

test('a square that is not there is refused, and nothing is changed', async () => {
  await hide('9-9');
  expect(beth.status).toBe(422);
  expect(beth.text).toContain('Choose the parts again');
  expect(await keyOf()).toBeNull();
});

test('who may not review cannot hide parts, and a photo of another report is not there', async () => {
  const ada = await house.signedIn('ada-mensah');
  await ada.visit(parts());
  expect(ada.status).toBe(403);
  const other = await reportInStreet(house);
  for (const path of [
    `/desk/review/${other.reference}/photos/${photo}/parts`,
    `/desk/review/${other.reference}/photos/${photo}/whole`,
    `/desk/review/${reference}/photos/%00/parts`,
  ]) {
    await beth.visit(path);
    expect(beth.status).toBe(404);
  }
});

test('the decision is in the audit with its person and its squares', async () => {
  await hide('3-4');
  const { rows } = await house.deps.db.pool.query(
    "select actor_name, detail from audit_entries where act = 'file.parts-hidden' and subject_id = $1",
    [photo],
  );
  expect(rows).toMatchObject([{ actor_name: 'Beth Nolan', detail: { hidden: ['3-4'] } }]);
});

test('the covered copy goes with the photo, by the rule for photos and with its case', async () => {
  const run = <T>(work: Parameters<typeof inCouncil<T>>[2]) => inCouncil(house.deps.db, house.councilId, work);
  await hide('3-4');
  const key = await keyOf();
  const byRule = await run((tx) => disposeShown(tx, house.clock, house.councilId, [photo]));
  expect(byRule.keys).toContain(key);
  photo = await photoOf(house, caseId);
  await hide('3-4');
  const withCase = await run((tx) => disposeFilesOf(tx, house.councilId, [caseId]));
  expect(withCase.keys.filter((one) => one.includes('/public/'))).toHaveLength(1);
});
