import { createReadStream, readFileSync } from 'node:fs';
import { PassThrough, Readable, Writable } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type ImportMapping, type ImportRequestsResult, importMappingSchema, importRequests } from '#modules/cases';
import { councilOfSlug } from '#modules/councils';
import { loadCouncil, readCouncilFolder } from '#modules/folders';
import type { Actor } from '#modules/staff';
import { asOwner } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import { clockwork } from '#test/places';

const mappingOf = (name: string): ImportMapping =>
  importMappingSchema.parse(parse(readFileSync(`docs/examples/mappings/${name}.yaml`, 'utf8')));

let app: TestApp;
let actor: Actor;

beforeAll(async () => {
  app = await startApp();
  const read = await readCouncilFolder('councils/imported-city', { checkBrand: () => [] });
  if (!read.ok) throw new Error('the folder of the tests has problems');
  const command = { council: read.council, withPeople: false };
  await asOwner(app.deps.db, (tx) => loadCouncil(tx, app.clock, { name: 'a test' }, command));
  const council = await councilOfSlug(app.deps.db, 'imported-city');
  actor = clockwork(council?.id ?? '');
});

interface Came {
  result: ImportRequestsResult;
  refused: string;
}

async function take(file: Readable, mapping: ImportMapping): Promise<Came> {
  const written: Buffer[] = [];
  const sideFile = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk);
      done();
    },
  });
  const hashes = { fileSha256: 'f', mappingSha256: 'm' };
  const result = await importRequests(app.deps.db, app.clock, actor, { file, sideFile, mapping, ...hashes });
  return { result, refused: Buffer.concat(written).toString() };
}

const extract = (name: string) => createReadStream(`test/data/requests/${name}.csv`);

const casesOf = async (source: string) => {
  const { rows } = await app.deps.db.pool.query<Record<string, unknown>>(
    `select c.*, p.due_at, p.outcome, p.is_imported, p.done_at from cases c
     join promises p on p.council_id = c.council_id and p.subject_id = c.id where c.council_id = $1 and c.source = $2`,
    [actor.councilId, source],
  );
  return new Map(rows.map((row) => [String(row['source_id']), row]));
};

describe('taking in the requests of another system', () => {
  test.each([
    ['boston-2015', 'boston311'],
    ['los-angeles-2017', 'la311'],
    ['los-angeles-2020', 'la311'],
  ])('every row of %s is taken or has its reason, and nothing doubles the second time', async (name) => {
    const first = await take(extract(name), mappingOf(name));
    const again = await take(extract(name), mappingOf(name));

    const { read, taken, refused } = first.result;
    expect(first.result).toMatchObject({ ok: true, read: taken + refused, known: 0 });
    expect(taken).toBeGreaterThan(150);
    expect(first.refused.trimEnd().split('\n')).toHaveLength(refused + 1);
    expect(again.result).toEqual({ ok: true, read, taken: 0, known: taken, refused });
  });

  test('a case keeps its real times and channel, and its own target wins over the mapping', async () => {
    await take(extract('boston-2015'), mappingOf('boston-2015'));
    const cases = await casesOf('boston311');

    expect(cases.get('101001240740')).toMatchObject({
      channel: 'phone',
      opened_at: new Date('2015-01-01T06:45:37Z'),
      stage: 'open',
      postcode: '02132',
      public_state: 'private',
      outcome: null,
      is_imported: true,
    });
    const withTarget = [...cases.values()].filter(({ outcome }) => outcome !== null);
    const late = withTarget.filter(({ done_at, due_at }) => (done_at as Date) > (due_at as Date));
    expect(late.every(({ outcome }) => outcome === 'missed')).toBe(true);
    expect(late.length).toBeGreaterThan(10);
    expect(withTarget.some(({ outcome }) => outcome === 'kept')).toBe(true);
  });

  test('a row that was closed before it was opened is put aside with its reason', async () => {
    const { refused } = await take(extract('boston-2015'), mappingOf('boston-2015'));

    expect(refused).toContain('line,reason,case_enquiry_id');
    expect(refused).toContain('It was closed before it was opened');
  });

  test('no job is sent, nobody is told and nothing is published for an imported case', async () => {
    await take(extract('los-angeles-2017'), mappingOf('los-angeles-2017'));
    const { rows } = await app.deps.db.pool.query<{ jobs: number; messages: number; events: number }>(
      `select (select count(*) from jobs where council_id = $1)::int as jobs,
        (select count(*) from messages where council_id = $1)::int as messages,
        (select count(*) from domain_events where council_id = $1 and subject_type = 'case')::int as events`,
      [actor.councilId],
    );

    expect(rows[0]).toEqual({ jobs: 0, messages: 0, events: 0 });
  });
});

const SMALL = 'id,opened,closed,status,type,channel\n';
const small: ImportMapping = {
  ...mappingOf('boston-2015'),
  source: 'small',
  columns: {
    id: 'id',
    opened: 'opened',
    closed: 'closed',
    status: 'status',
    type: 'type',
    channel: 'channel',
    description: [],
  },
};
const row = (id: string, rest = '2015-03-08T02:30:00,,Open,Pothole,Twitter') => `${id},${rest}\n`;

describe('a file with faults', () => {
  test('a broken quote names its line, keeps what was read before it, and the mended file goes on', async () => {
    const before = Array.from({ length: 700 }, (_, index) => row(`q${index}`)).join('');
    const broken = await take(Readable.from([Buffer.from(`${SMALL}${before}q700,"2015-01-01\nand so on`)]), small);
    const mended = await take(Readable.from([Buffer.from(`${SMALL}${before}${row('q700')}`)]), small);

    expect(broken.result).toMatchObject({ ok: false, refusal: 'broken-file', read: 700, taken: 700 });
    expect(broken.result).toHaveProperty('message', expect.stringContaining('Line 702'));
    expect(mended.result).toEqual({ ok: true, read: 701, taken: 1, known: 700, refused: 0 });
  });

  test('an unclosed quote does not swallow a long file', async () => {
    const file = new PassThrough();
    file.write(`${SMALL}${row('u1')}"`);
    for (let at = 0; at < 100; at += 1) file.write('x,'.repeat(5_000));
    file.end();

    expect((await take(file, small)).result).toMatchObject({ ok: false, refusal: 'broken-file', taken: 1 });
  });

  test('what cannot be taken says why, row by row', async () => {
    const lines = [
      row('r1', '31/02/2015,,Open,Pothole,Twitter'),
      row('r2', '2015-01-01T00:00:00,,Lost,Pothole,Twitter'),
      row('r3', '2015-01-01T00:00:00,,Open,Pothole,Pigeon'),
      row('r4', '2015-01-01T00:00:00,,Closed,Pothole,Twitter'),
      row('', '2015-01-01T00:00:00,,Open,Pothole,Twitter'),
      row('r6', '2031-01-01T00:00:00,,Open,Pothole,Twitter'),
      'r7,short\n',
    ];
    const { result, refused } = await take(Readable.from([Buffer.from(SMALL + lines.join(''))]), small);

    expect(result).toEqual({ ok: true, read: 7, taken: 0, known: 0, refused: 7 });
    const reasons = [
      'not a time like',
      'status ""Lost""',
      'channel ""Pigeon""',
      'does not say when',
      'no id',
      'future',
      '2 fields',
    ];
    for (const reason of reasons) expect(refused).toContain(reason);
  });

  test('a header without the columns of the mapping is refused before anything is taken', async () => {
    const { result } = await take(Readable.from([Buffer.from('id,when\n1,2\n')]), small);

    expect(result).toMatchObject({ ok: false, refusal: 'columns-missing', read: 0 });
  });

  test('a reader of the public may not bring in a past', async () => {
    const visitor: Actor = { councilId: actor.councilId, type: 'public', id: null, name: 'somebody' };
    const command = {
      file: Readable.from([]),
      sideFile: new PassThrough(),
      mapping: small,
      fileSha256: '',
      mappingSha256: '',
    };

    expect(await importRequests(app.deps.db, app.clock, visitor, command)).toMatchObject({ refusal: 'not-allowed' });
  });
});
