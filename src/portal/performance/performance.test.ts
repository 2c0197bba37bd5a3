import { beforeAll, expect, test } from 'vitest';
import { keepPromise } from '#modules/promises';
import { systemActor } from '#platform/actor';
import { inCouncil } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import { DARK_LIGHT, reportInStreet } from '#test/street-reports';

/** A Wednesday: what is reported on it is due in the next days, all in November. */
const NOW = '2026-11-04T11:00:00Z';

let house: TestApp;

beforeAll(async () => {
  house = await startApp({ now: NOW });
});

const november = async () => {
  const page = house.browser();
  await page.visit('/performance?month=2026-11');
  return page;
};

interface Row {
  service: string;
  name: string;
  promised: number;
  kept: number;
  missed: number;
  open: number;
  overdue: number;
  mayChange: number;
}

async function json(month = '2026-11'): Promise<Row[]> {
  const reply = await house.get(`/performance.json?month=${month}`);
  return reply.json<{ promises: Row[] }>().promises;
}

async function dueIn(month: string): Promise<{ id: string; caseId: string }[]> {
  const { rows } = await house.deps.db.pool.query<{ id: string; caseId: string }>(
    `select id, subject_id as "caseId" from promises where to_char(due_at at time zone 'Europe/London', 'YYYY-MM') = $1 order by due_at, id`,
    [month],
  );
  return rows;
}

const keep = (promiseId: string) =>
  inCouncil(house.deps.db, house.councilId, (tx) =>
    keepPromise(tx, house.clock, systemActor(house.councilId), { promiseId, doneAt: house.clock.now() }),
  );

test('a month without promises says so, and the last whole month stands first', async () => {
  const page = house.browser();
  await page.visit('/performance');
  expect(page.status).toBe(200);
  expect(page.text).toContain('No promise of ours fell due in October 2026');
  expect(page.page?.headers['content-language']).toBe('en');
  expect(page.html).toContain('<html class="govuk-template" lang="en"');
});

test('fewer than five in all are not shown, in no file either', async () => {
  await reportInStreet(house, DARK_LIGHT);
  const due = await dueIn('2026-11');
  expect(due.length).toBeGreaterThan(0);
  expect(due.length).toBeLessThan(5);
  const page = await november();
  expect(page.text).toContain('Fewer than 5 promises fell due in November 2026');
  expect(page.text).not.toContain('Street light');
  expect(await json()).toEqual([]);
});

test('a small service is counted with others, and never left to be worked out from the sum', async () => {
  for (let report = 0; report < 5; report += 1) {
    await reportInStreet(house, { place: { words: `Spot ${report}`, lat: 51.5 + report / 100, lon: 0.14 } });
  }
  const few = await json();
  expect(few.every(({ promised }) => promised >= 5)).toBe(true);
  expect(few.map(({ service }) => service)).not.toContain('street-light');
  const total = few.reduce((sum, { promised }) => sum + promised, 0);
  expect(total).toBe((await dueIn('2026-11')).length);
});

test('kept, missed, open and overdue are counted from the promises, and kept may still change', async () => {
  for (let report = 0; report < 4; report += 1) {
    await reportInStreet(house, {
      ...DARK_LIGHT,
      place: { words: `Post ${report}`, lat: 51.6 + report / 100, lon: 0.2 },
    });
  }
  const [first, second] = await dueIn('2026-11');
  await keep(first?.id ?? '');
  house.clock.moveTo('2026-11-30T11:00:00Z');
  await keep(second?.id ?? '');
  const rows = await json();
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0);
  expect(sum(({ kept }) => kept)).toBe(1);
  expect(sum(({ missed }) => missed)).toBe(1);
  expect(sum(({ overdue }) => overdue)).toBeGreaterThan(0);
  const page = await november();
  expect(page.text).toMatch(/November 2026: we kept 1 of \d+ promises/);
  expect(page.text).toContain('Street light');
});

test('what was taken back or came from another system does not count', async () => {
  const before = (await json()).reduce((sum, { promised }) => sum + promised, 0);
  const [one, other] = (await dueIn('2026-11')).slice(-2);
  await house.deps.db.pool.query("update promises set outcome = 'withdrawn' where id = $1", [one?.id]);
  await house.deps.db.pool.query('update promises set is_imported = true where id = $1', [other?.id]);
  expect((await json()).reduce((sum, { promised }) => sum + promised, 0)).toBe(before - 2);
});

test('the file opens in a spreadsheet, names its licence, and adds up to the page', async () => {
  const reply = await house.get('/performance.csv?month=2026-11');
  expect(reply.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="promises-2026-11.csv"',
  });
  expect(reply.headers.link).toContain('open-government-licence');
  const [head, ...lines] = reply.body.trim().split('\r\n');
  expect(head).toBe('month,service,name,promised,kept,missed,renegotiated,open,overdue,kept_may_change,as_of');
  const rows = await json();
  expect(lines.map((line) => Number(line.split(',')[3]))).toEqual(rows.map(({ promised }) => promised));
  expect((await november()).text).toContain('Open Government Licence v3.0');
});

test('a month that is none, or has not begun, is asked for again', async () => {
  for (const month of ['nonsense', '2026-13', '2027-01', '', '2026-11-01', '%F0%9F%9A%A7']) {
    const page = house.browser();
    await page.visit(`/performance?month=${month}`);
    expect(page.status).toBe(422);
    expect(page.text).toContain('Choose a month that is not in the future');
    expect((await house.get(`/performance.csv?month=${month}`)).statusCode).toBe(422);
    expect((await house.get(`/performance.json?month=${month}`)).statusCode).toBe(422);
  }
  expect((await house.get('/performance?month=2026-10&month=2026-11')).statusCode).toBe(200);
});
