import { beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '#test/app';
import { aToken } from '#test/machine';

let app: TestApp;
let writing: string;
let reading: string;

beforeAll(async () => {
  app = await startApp();
  writing = await aToken(app, 'api-write');
  reading = await aToken(app, 'api-read');
});

const ask = (method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object, headers: object = {}) =>
  app.app.inject({
    method,
    url: `/api/v1/${url}`,
    headers: { authorization: `Bearer ${writing}`, ...headers },
    ...(payload && { payload }),
  });
const problem = async (reply: ReturnType<typeof ask>) => {
  const { statusCode, headers, json } = await reply;
  expect(headers['content-type']).toContain('application/problem+json');
  return [statusCode, json<{ field?: string }>().field];
};

interface Whole {
  title: string;
  team: string;
  owner: string | null;
  promises: { id: string; kind: string; dueAt: string; outcome: string | null }[];
}
const read = async (reference: string) => (await ask('GET', `cases/${reference}`)).json<Whole>();

async function opened(parties: object[] = [{ name: 'Gill', email: 'gill@example.com' }]): Promise<string> {
  const place = { text: 'Bench Street', lat: 51.4803, lon: 0.3216 };
  const report = { service: 'street-light', place, answers: { fault: 'out' }, parties };
  return (await ask('POST', 'cases', report)).json<{ reference: string }>().reference;
}

const fixing = ({ promises }: Whole) => {
  const found = promises.find(({ kind, outcome }) => kind !== 'acknowledge' && outcome === null);
  if (!found) throw new Error('nothing is promised');
  return found;
};

describe('a case changes', () => {
  test('its officer, and goes back to the team', async () => {
    const reference = await opened();
    const { rows } = await app.deps.db.pool.query<{ slug: string; name: string }>(
      'select slug, name from staff_members where council_id = $1 and left_at is null order by slug limit 1',
      [app.councilId],
    );
    const somebody = rows[0]?.slug ?? '';

    expect((await ask('PATCH', `cases/${reference}`, { owner: somebody })).statusCode).toBe(200);
    expect((await read(reference)).owner).toBe(rows[0]?.name);
    expect((await ask('PATCH', `cases/${reference}`, { owner: null })).statusCode).toBe(200);
    expect((await read(reference)).owner).toBeNull();
  });

  test('its service, keeping what was promised', async () => {
    const reference = await opened();
    const before = fixing(await read(reference));
    const moved = await ask('PATCH', `cases/${reference}`, { service: 'pothole', why: 'It is a hole.' });
    const after = await read(reference);

    expect(moved.statusCode).toBe(200);
    expect(after).toMatchObject({ serviceSlug: 'pothole' });
    expect(fixing(after)).toMatchObject({ id: before.id, dueAt: before.dueAt });
  });

  test('its date, with a message that says so', async () => {
    const reference = await opened();
    const { id, dueAt } = fixing(await read(reference));
    const later = new Date(Date.parse(dueAt) + 2 * 86_400_000).toISOString();
    const newDates = [{ promise: id, dueAt: later, why: 'A part has to come.' }];
    const key = { 'idempotency-key': 'later-1' };
    const [once, again] = [
      await ask('PATCH', `cases/${reference}`, { newDates }, key),
      await ask('PATCH', `cases/${reference}`, { newDates }, key),
    ];
    const after = await read(reference);
    const { rows } = await app.deps.db.pool.query<{ body: string }>(
      "select body from messages where council_id = $1 and to_address = 'gill@example.com' and body like '%A part has to come%'",
      [app.councilId],
    );

    expect([once.statusCode, again.statusCode]).toEqual([200, 200]);
    expect(after.promises.find((one) => one.id === id)?.outcome).toBe('renegotiated');
    expect(Date.parse(fixing(after).dueAt)).toBe(Date.parse(later));
    expect(rows).toHaveLength(1);
  });

  test('as a whole or not at all', async () => {
    const reference = await opened();
    const before = await read(reference);
    const newDates = [{ promise: fixing(before).id, dueAt: '2026-11-24T11:30:00Z', why: 'Sooner.' }];

    expect(await problem(ask('PATCH', `cases/${reference}`, { service: 'pothole', why: 'A hole', newDates }))).toEqual([
      400,
      'newDates.0.dueAt',
    ]);
    expect(await read(reference)).toEqual(before);
  });

  test('no date where nobody can be told', async () => {
    const reference = await opened([]);
    const { id, dueAt } = fixing(await read(reference));
    const later = new Date(Date.parse(dueAt) + 86_400_000).toISOString();

    expect(
      await problem(ask('PATCH', `cases/${reference}`, { newDates: [{ promise: id, dueAt: later, why: 'Later.' }] })),
    ).toEqual([409, undefined]);
  });

  test.each([
    [{}, 'body'],
    [{ owner: 'no-such-person' }, 'owner'],
    [{ service: 'pothole' }, 'why'],
    [{ service: 'no-such', why: 'x' }, 'service'],
    [{ team: 'no-such', why: 'x' }, 'team'],
    [{ service: 'street-light', why: 'x' }, 'service'],
    [{ stage: 'ended' }, 'body'],
    [{ newDates: [{ promise: 'x', dueAt: 'tomorrow', why: '' }] }, 'newDates.0.promise'],
    [
      { newDates: [{ promise: '01900000-0000-7000-8000-000000000000', dueAt: '2027-01-01T00:00:00Z', why: 'x' }] },
      'newDates.0.promise',
    ],
  ])('and %j names the field that is wrong', async (body, field) => {
    expect(await problem(ask('PATCH', `cases/${await opened()}`, body))).toEqual([400, field]);
  });

  test('for nobody with a reading token, and not when there is no such case', async () => {
    const reference = await opened();

    expect(
      await problem(ask('PATCH', `cases/${reference}`, { owner: null }, { authorization: `Bearer ${reading}` })),
    ).toEqual([403, undefined]);
    expect(await problem(ask('PATCH', 'cases/ZZZZ-ZZZZ', { owner: null }))).toEqual([404, 'reference']);
  });
});

describe('a public case is followed', () => {
  test('once by the same person, and told apart from one that is not public', async () => {
    const reference = await opened();
    const follow = () => ask('POST', `cases/${reference}/followers`, { email: 'Omar@example.com', name: 'Omar' });
    await app.deps.db.pool.query("update cases set public_state = 'private' where reference = $1", [reference]);
    expect(await problem(follow())).toEqual([409, undefined]);
    await app.deps.db.pool.query("update cases set public_state = 'public' where reference = $1", [reference]);
    const [one, two] = [await follow(), await follow()];

    expect([one.statusCode, two.json()]).toEqual([201, one.json()]);
  });

  test.each([
    [{}, 'body'],
    [{ name: 'Omar' }, 'body'],
    [{ email: 'omar' }, 'email'],
    [{ customerId: '01900000-0000-7000-8000-000000000000' }, 'customerId'],
  ])('by nobody who cannot be told: %j', async (body, field) => {
    expect(await problem(ask('POST', `cases/${await opened()}/followers`, body))).toEqual([400, field]);
  });

  test('and no report is made for a customer who is not on record', async () => {
    const report = { service: 'street-light', customerId: '01900000-0000-7000-8000-000000000000' };

    expect(await problem(ask('POST', 'cases', report))).toEqual([400, 'customerId']);
  });
});

const lights = {
  kind: 'lights-out',
  service: 'street-light',
  title: 'Bench Street dark',
  message: 'We know that all the lights are out.',
  area: { streets: ['BENCH STREET'] },
};

describe('an incident', () => {
  test('is opened with its promise, joined once by each, told, and ended', async () => {
    const made = await ask('POST', 'incidents', lights);
    const { reference, promise } = made.json<{ reference: string; promise: { what: string; dueAt: string } }>();
    const join = (body: object) => ask('POST', `incidents/${reference}/members`, body);
    const itsCase = await opened();
    const joined = [
      await join({ email: 'gill@example.com', name: 'Gill' }),
      await join({ email: 'GILL@example.com' }),
      await join({ case: itsCase }),
      await join({ case: itsCase }),
    ];
    const open = (await ask('GET', 'incidents')).json<{ items: { reference: string; members: number }[] }>();
    await app.work();
    const over = await ask('POST', `incidents/${reference}/endings`, { ending: 'All the lights are on again.' });
    const ended = (await ask('GET', 'incidents?state=ended')).json<{ items: object[] }>();

    expect([made.statusCode, promise.what.length > 0]).toEqual([201, true]);
    expect(joined.map(({ statusCode }) => statusCode)).toEqual([201, 200, 201, 200]);
    expect(open.items.find((one) => one.reference === reference)).toMatchObject({ members: 2, team: 'Highways' });
    expect(over.statusCode).toBe(201);
    expect(ended.items).toContainEqual(
      expect.objectContaining({
        reference,
        ending: 'All the lights are on again.',
        endedAt: '2026-11-24T11:00:00.000Z',
      }),
    );
    expect(await problem(join({ phone: '01632 960001' }))).toEqual([409, undefined]);
    expect(await problem(ask('POST', `incidents/${reference}/endings`, { ending: 'Again.' }))).toEqual([
      409,
      undefined,
    ]);
  });

  test.each([
    [{ ...lights, kind: 'no-such' }, 'kind'],
    [{ ...lights, service: 'missed-bin' }, 'service'],
    [{ ...lights, area: undefined }, 'area'],
    [{ ...lights, message: ' ' }, 'message'],
    [{ ...lights, onDate: '24/11/2026' }, 'onDate'],
  ])('is not opened from %j', async (body, field) => {
    expect(await problem(ask('POST', 'incidents', body))).toEqual([400, field]);
  });

  test('is neither joined by nobody nor ended in the future', async () => {
    const { reference } = (await ask('POST', 'incidents', lights)).json<{ reference: string }>();
    const at = { ending: 'Over.', at: '2031-01-01T00:00:00Z' };

    expect(await problem(ask('POST', `incidents/${reference}/members`, { name: 'A' }))).toEqual([400, 'body']);
    expect(await problem(ask('POST', `incidents/${reference}/members`, { case: 'ZZZZ-ZZZZ' }))).toEqual([
      404,
      'reference',
    ]);
    expect(await problem(ask('POST', `incidents/${reference}/endings`, at))).toEqual([400, 'at']);
    expect(await problem(ask('POST', 'incidents/ZZZZ-ZZZZ/endings', { ending: 'Over.' }))).toEqual([404, 'reference']);
  });
});
