import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { asOwner } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import { loadLife } from '../load-demonstration.ts';

let house: TestApp;

beforeAll(async () => {
  house = await startApp({ now: '2026-11-24T11:00:00Z' });
  await loadLife(house.deps);
}, 180_000);

async function ask<Row>(query: string): Promise<Row[]> {
  const { rows } = await asOwner(house.deps.db, (tx) => sql<Row>`${sql.raw(query)}`.execute(tx));
  return rows;
}

const values = async (query: string) => (await ask<{ v: string }>(query)).map(({ v }) => v);

describe('the life of the demonstration', () => {
  test('has cases of every kind of report, on real wards, on several channels', async () => {
    const [count] = await ask<{ n: number }>('select count(*) as n from cases');
    expect(count?.n).toBeGreaterThan(190);
    expect(await values('select distinct service_slug as v from cases order by 1')).toEqual([
      'abandoned-vehicle',
      'blue-badge',
      'change-of-circumstances',
      'council-tax-exemption',
      'council-tax-move',
      'council-tax-single-person-discount',
      'fly-tipping',
      'graffiti',
      'missed-bin',
      'no-water',
      'noise',
      'pothole',
      'street-cleaning',
      'street-light',
    ]);
    expect(await values("select distinct channel as v from contacts where direction = 'in' order by 1")).toEqual([
      'counter',
      'email',
      'machine',
      'phone',
      'web',
    ]);
    expect(
      await ask('select 1 from cases where ward_code is not null and ward_code not in (select code from wards)'),
    ).toEqual([]);
  });

  test('has promises of every outcome, running and overdue, and jobs in every state', async () => {
    expect(await values("select distinct coalesce(outcome, 'open') as v from promises order by 1")).toEqual([
      'kept',
      'missed',
      'open',
      'renegotiated',
      'withdrawn',
    ]);
    const [overdue] = await ask<{ n: number }>(
      "select count(*) as n from promises where outcome is null and due_at < '2026-11-24T11:00:00Z'",
    );
    expect(overdue?.n).toBeGreaterThan(3);
    expect(await values('select distinct state as v from jobs order by 1')).toEqual(
      expect.arrayContaining(['accepted', 'done', 'returned', 'sent']),
    );
    expect(await values('select distinct ending as v from cases where ending is not null order by 1')).toEqual(
      expect.arrayContaining(['done', 'not-ours', 'refused', 'withdrawn']),
    );
    const [reopened] = await ask<{ n: number }>('select count(*) as n from cases where reopened_count > 0');
    expect(reopened?.n).toBeGreaterThan(2);
  });

  test('has applications with evidence in several states, decisions made with their way to be challenged, and some that wait', async () => {
    expect(await values('select distinct state as v from evidence order by 1')).toEqual(
      expect.arrayContaining(['asked', 'checked']),
    );
    const made = await ask<{ result: string; challenge: object | null }>(
      "select result, challenge from decisions where state = 'made'",
    );
    expect(made.length).toBeGreaterThan(12);
    expect(made.every(({ challenge }) => challenge !== null)).toBe(true);
    const [waiting] = await ask<{ n: number }>(
      `select count(*) as n from cases c where ended_at is null and service_slug like 'council-tax-%'
       and not exists (select 1 from decisions d where d.council_id = c.council_id and d.case_id = c.id)`,
    );
    expect(waiting?.n).toBeGreaterThan(2);
  });

  test('lies in the past, leaves nothing queued and has sent nothing', async () => {
    const late = "> '2026-11-24T11:00:00Z'";
    expect(
      await ask(`select 1 from cases where updated_at ${late} union all select 1 from contacts where ended_at ${late} or wrapped_at ${late}
        union all select 1 from messages where made_at ${late} union all select 1 from audit_entries where act like 'case.%' and at ${late}`),
    ).toEqual([]);
    expect(await values('select distinct state as v from messages order by 1')).toEqual(
      expect.not.arrayContaining(['sent', 'delivered', 'queued', 'sending']),
    );
    expect(await ask('select 1 from graphile_worker._private_jobs')).toEqual([]);
  });

  test('gives residents of the folder a record with a history', async () => {
    const rows = await ask<{ name: string; n: number }>(
      `select c.name, count(o.id) as n from customers c join contacts o on o.customer_id = c.id
       where c.name in ('Maya Collins', 'Leonard Stubbs', 'Harjit Bains', 'Rosie Tan') group by c.name`,
    );
    expect(rows.length).toBe(4);
    expect(rows.every(({ n }) => n > 1)).toBe(true);
  });

  test('is made once: a second start adds nothing', async () => {
    const [before] = await ask('select count(*) as n from contacts');
    await loadLife(house.deps);
    expect((await ask('select count(*) as n from contacts'))[0]).toEqual(before);
  });
});
