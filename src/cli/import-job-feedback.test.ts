import { PassThrough, Readable, Writable } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ImportJobFeedbackResult, importJobFeedback } from '#modules/cases';
import { type Actor, visitor } from '#modules/staff';
import { startApp, type TestApp } from '#test/app';
import { aToken } from '#test/machine';
import { clockwork } from '#test/places';

let app: TestApp;
let token: string;

beforeAll(async () => {
  app = await startApp();
  token = await aToken(app, 'api-write');
});

interface Job {
  id: string;
  sheet: string;
}

const ask = (method: 'GET' | 'POST', url: string, payload?: object) =>
  app.app.inject({ method, url, headers: { authorization: `Bearer ${token}` }, ...(payload && { payload }) });

/** The job of a new report of a street light, whose evidence is a photo. */
async function aJob(): Promise<Job> {
  const place = { text: 'Bench Street', lat: 51.4803, lon: 0.3216 };
  const { reference } = (
    await ask('POST', '/api/v1/cases', { service: 'street-light', place, answers: { fault: 'out' } })
  ).json<{ reference: string }>();
  const { items } = (await ask('GET', '/api/v1/jobs?team=northlight&limit=500')).json<{
    items: { id: string; reference: string; number: number }[];
  }>();
  const job = items.find((one) => one.reference === reference);
  return { id: job?.id ?? '', sheet: `${reference}/${job?.number ?? ''}` };
}

interface Came {
  result: ImportJobFeedbackResult;
  refused: string;
}

async function take(text: string, actor: Actor = clockwork(app.councilId)): Promise<Came> {
  const written: Buffer[] = [];
  const sideFile = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk);
      done();
    },
  });
  const command = { file: Readable.from([Buffer.from(text)]), sideFile, zone: 'Europe/London' };
  const result = await importJobFeedback(app.deps.db, app.clock, actor, command);
  return { result, refused: Buffer.concat(written).toString() };
}

const entriesOf = async (id: string) => {
  const { rows } = await app.deps.db.pool.query<{ state: string; at: Date; note: string | null }>(
    'select state, at, note from job_entries where job_id = $1 order by at, id',
    [id],
  );
  return rows;
};

const HEAD = 'SOURCE_ID,JOB,KIND,AT,NOTE,REASON,FINAL\n';

describe("taking in a crew system's file", () => {
  test('reports count once, by sheet or by id, and the file may come again', async () => {
    const [one, two] = [await aJob(), await aJob()];
    app.clock.moveTo('2026-11-24T16:00:00Z');
    const file = `${HEAD}1,${one.sheet},Accepted,,,,\n2,${two.id},NOT DONE,2026-11-24 14:05,Gate locked,no-access,no\n`;
    const first = await take(file);
    const again = await take(file);

    expect(first.result).toEqual({ ok: true, read: 2, taken: 2, known: 0, refused: 0 });
    expect(again.result).toEqual({ ok: true, read: 2, taken: 0, known: 2, refused: 0 });
    expect(await entriesOf(one.id)).toMatchObject([{ state: 'accepted' }]);
    expect(await entriesOf(two.id)).toEqual([
      { state: 'not-done', at: new Date('2026-11-24T14:05:00Z'), note: 'Gate locked' },
    ]);
  });

  test('a report that came by the API is known when the file brings it too', async () => {
    const job = await aJob();
    await ask('POST', `/api/v1/jobs/${job.id}/feedback`, { kind: 'note', sourceId: 'n1', note: 'Parts ordered' });

    expect((await take(`${HEAD}n1,${job.sheet},note,,Parts ordered,,\n`)).result).toMatchObject({ taken: 0, known: 1 });
  });

  test('what cannot be taken says why, row by row, and costs no other row', async () => {
    const job = await aJob();
    const rows = [
      `,${job.sheet},accepted,,,,`,
      'b,ZZZZ-ZZZZ/1,accepted,,,,',
      'c,the lamp,accepted,,,,',
      `d,${job.sheet},mended,,,,`,
      `e,${job.sheet},done,yesterday,,,`,
      `f,${job.sheet},done,2031-01-01 10:00,Done,,`,
      `g,${job.sheet},not-done,,,tired,`,
      `h,${job.sheet},not-done,2031-01-01 10:00,,no-access,`,
      `i,${job.sheet},not-done,,,no-access,perhaps`,
      `j,${job.sheet},done,,New lamp,,`,
      `k,${job.sheet},returned,,,,`,
      `l,${job.sheet}`,
      `m,${job.sheet},accepted,,,,`,
    ];
    const { result, refused } = await take(`${HEAD}${rows.join('\n')}\n`);
    const reasons = [
      "your system's own id",
      'There is no such job',
      'JOB must be',
      'KIND must be',
      'AT must be a time',
      'in the future',
      'REASON must be one of',
      'in the future',
      'FINAL must be',
      'this job asks for a photo',
      'Say why, in NOTE',
      '2 fields where the header has 7',
    ];

    expect(result).toEqual({ ok: true, read: 13, taken: 1, known: 0, refused: 12 });
    const lines = refused.trimEnd().split('\n').slice(1);
    for (const [index, reason] of reasons.entries()) expect(lines[index]).toContain(reason);
    expect(lines[0]).toMatch(/^2,/);
  });

  test('a broken quote names its line, keeps what came before it, and the mended file goes on', async () => {
    const job = await aJob();
    const before = `${HEAD}q1,${job.sheet},accepted,,,,\n`;
    const broken = await take(`${before}q2,${job.sheet},note,,"He said "no",,\n`);
    const mended = await take(`${before}q2,${job.sheet},note,,"He said ""no""",,\n`);

    expect(broken.result).toMatchObject({ ok: false, refusal: 'broken-file', taken: 1 });
    expect(broken.result).toHaveProperty('message', expect.stringContaining('Line 3'));
    expect(mended.result).toEqual({ ok: true, read: 2, taken: 1, known: 1, refused: 0 });
  });

  test.each(['', 'id,what\n1,2\n'])('a file without the columns takes nothing: %j', async (text) => {
    expect((await take(text)).result).toMatchObject({ ok: false, refusal: 'columns-missing', read: 0 });
  });

  test('a reader of the public may not report on jobs', async () => {
    const command = { file: Readable.from([]), sideFile: new PassThrough(), zone: 'Europe/London' };

    expect(await importJobFeedback(app.deps.db, app.clock, visitor(app.councilId), command)).toMatchObject({
      refusal: 'not-allowed',
    });
  });
});
