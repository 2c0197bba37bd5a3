import { Readable, Writable } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { asOwner, inCouncil } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import { aCouncil, clockwork } from '#test/places';
import { addressByUprn, findAddresses, importGazetteer, loadNationalPlaces, searchPlaces, whoServes } from './index.ts';

const HEADER =
  'UPRN,ORGANISATION_NAME,SUB_BUILDING_NAME,BUILDING_NAME,BUILDING_NUMBER,THOROUGHFARE,POST_TOWN,POSTCODE,LATITUDE,LONGITUDE,X_COORDINATE,Y_COORDINATE,CLASS,STATUS';
const ROWS = [
  '999000000002,,,,2,LARKMERE WAY,DAGENHAM,RM9 6HR,51.5404,0.1440,,,RD,1',
  '999000000010,,,,10,LARKMERE WAY,DAGENHAM,RM9 6HR,51.5405,0.1441,,,RD,1',
  '999000000001,,FLAT 2,,1,LARKMERE WAY,DAGENHAM,RM9 6HR,,,548800,184550,RD06,1',
  '999000000003,,,,3,UPPER TEAL WALK,GRAYS,rm175hu,51.4828,0.3235,,,RD,1',
  '999000000004,,,,4,UPPER TEAL WALK,GRAYS,RM17 5HU,51.4828,0.3235,,,RD,8',
  'nonsense,,,,5,UPPER TEAL WALK,GRAYS,RM17 5HU,51.4828,0.3235,,,RD,1',
  '999000000006,,,,6,UPPER TEAL WALK,GRAYS,RM99,51.4828,0.3235,,,RD,1',
];
const FILE = `\uFEFF${HEADER}\r\n${ROWS.join('\r\n')}\r\n`;
const ESTUARY = ['E06000034', 'E09000002', 'E09000016'];

let house: TestApp;
let council: string;
let other: string;
beforeAll(async () => {
  house = await startApp();
  const { db, clock } = house.deps;
  await asOwner(db, (tx) => loadNationalPlaces(tx, clock));
  council = await aCouncil(db, clock, 'marsh');
  other = await aCouncil(db, clock, 'fen');
  await takeFile(FILE);
});

async function takeFile(text: string) {
  const { db, clock } = house.deps;
  let side = '';
  const sideFile = new Writable({
    write: (chunk: Buffer, _, done) => {
      side += String(chunk);
      done();
    },
  });
  const result = await importGazetteer(db, clock, clockwork(council), { file: Readable.from([text]), sideFile });
  return { result, side };
}

describe('national data', () => {
  test('is loaded once: the same files again change nothing', async () => {
    const { db, clock } = house.deps;
    expect(await asOwner(db, (tx) => loadNationalPlaces(tx, clock))).toEqual({ loaded: false, postcodes: 0 });
    const { rows } = await db.pool.query<{ count: number }>('select count(*) from postcodes');
    expect(rows[0]?.count).toBe(11_375);
  });

  test.each([
    [{ postcode: 'RM9 6HR' }, true, 'Barking and Dagenham'],
    [{ postcode: 'IG11 0AD' }, false, 'Newham'],
    [{ point: { lat: 51.62, lon: 0.305 } }, false, 'Brentwood'],
    [{ point: { lat: 51.5256, lon: 0.0799 } }, false, 'Newham'],
  ])('says who serves %o', async (where, inside, name) => {
    const served = await inCouncil(house.deps.db, council, (tx) => whoServes(tx, ESTUARY, where));
    expect(served).toMatchObject({ inside, district: { name } });
  });

  test('does not pretend to know who serves a postcode that it does not have', async () => {
    const served = await inCouncil(house.deps.db, council, (tx) => whoServes(tx, ESTUARY, { postcode: 'EH1 1AA' }));
    expect(served).toEqual({ inside: 'unknown' });
  });
});

describe('a gazetteer file', () => {
  test('is taken row by row; the same file again doubles nothing and changes nothing', async () => {
    const { result, side } = await takeFile(FILE);
    expect(result).toEqual({ ok: true, read: 7, taken: 0, known: 5, refused: 2 });
    expect(side).toContain('UPRN is not a number');
    expect(side).toContain('"999000000006"');
  });

  test('gives the addresses of a postcode in the order of the street, with wards and without ended ones', async () => {
    const found = await inCouncil(house.deps.db, council, (tx) => findAddresses(tx, council, 'RM9 6HR'));
    expect(found.map(({ house }) => house)).toEqual(['2', '10', 'Flat 2, 1']);
    expect(found.every(({ wardCode }) => wardCode?.startsWith('E05'))).toBe(true);
    const grays = await inCouncil(house.deps.db, council, (tx) => findAddresses(tx, council, 'RM17 5HU'));
    expect(grays.map(({ uprn }) => uprn)).toEqual([999_000_000_003]);
  });

  test('with a broken quote loses no other row and says where the fault is', async () => {
    const broken = `${HEADER}\n999000000020,,,"THE" MILL,,MILL DRIFT,RAINHAM,RM13 8LX,51.5257,0.1798,,,RD,1\n${ROWS[0] ?? ''}\n999000000021,,,,1,MILL DRIFT,RAINHAM,RM13 8LX,51.5257,0.1798,,,RD,1\n`;
    const { result, side } = await takeFile(broken);
    expect(result).toMatchObject({ ok: true, taken: 1, known: 1, refused: 1 });
    expect(side).toContain('quotation mark');
    const found = await inCouncil(house.deps.db, council, (tx) => addressByUprn(tx, council, 999_000_000_021));
    expect(found?.line).toBe('1 Mill Drift, Rainham');
  });

  test('that is empty is no mistake', async () => {
    expect((await takeFile('')).result).toEqual({ ok: true, read: 0, taken: 0, known: 0, refused: 0 });
  });
});

describe('searching a place', () => {
  const search = (typed: string, as = council) =>
    inCouncil(house.deps.db, as, async (tx) =>
      (await searchPlaces(tx, as, typed)).map((found) =>
        found.kind === 'address' ? found.address.line : `${found.kind} ${'name' in found ? found.name : ''}`.trim(),
      ),
    );

  test.each([
    ['rm96hr', ['2 Larkmere Way, Dagenham', '10 Larkmere Way, Dagenham', 'Flat 2, 1, Larkmere Way, Dagenham']],
    ['10 RM9 6HR', ['10 Larkmere Way, Dagenham']],
    ['10 larkmere way', ['10 Larkmere Way, Dagenham']],
    ['flat 2, 1 Larkmere Way', ['Flat 2, 1, Larkmere Way, Dagenham']],
    ['teal', ['street Upper Teal Walk']],
    ['larkmere way dagenham', ['street Larkmere Way']],
    ['larkmeer way', ['street Larkmere Way']],
    ['RM1 3BD', ['postcode']],
    ['51.54, 0.144', ['point']],
    ['nowhere at all', []],
    ['', []],
    ['%', []],
  ])('"%s" finds %o', async (typed, found) => {
    expect(await search(typed)).toEqual(found);
  });

  test('shows nothing of another council, even without its where', async () => {
    expect(await search('larkmere way', other)).toEqual([]);
    const seen = await inCouncil(house.deps.db, other, (tx) => tx.selectFrom('addresses').select('uprn').execute());
    const streets = await inCouncil(house.deps.db, other, (tx) => tx.selectFrom('streets').select('name').execute());
    expect([seen, streets]).toEqual([[], []]);
  });
});
