import type { InjectOptions } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '#test/app';
import { aToken } from '#test/machine';
import { aCouncil } from '#test/places';

let app: TestApp;
let writing: string;
let reading: string;

beforeAll(async () => {
  app = await startApp();
  writing = await aToken(app, 'api-write');
  reading = await aToken(app, 'api-read');
});

interface Ask {
  token?: string;
  key?: string;
}

const ask = (method: 'GET' | 'POST' | 'PATCH', path: string, body?: object, { token = writing, key }: Ask = {}) =>
  app.app.inject({
    method,
    url: path,
    headers: { authorization: `Bearer ${token}`, ...(key !== undefined && { 'idempotency-key': key }) },
    ...(body !== undefined && { payload: body }),
  } satisfies InjectOptions);

const light = (more: object = {}) => ({
  service: 'street-light',
  place: { text: 'Bench Street', lat: 51.4803, lon: 0.3216 },
  answers: { fault: 'out' },
  ...more,
});

async function opened(more: object = {}): Promise<string> {
  return (await ask('POST', '/api/v1/cases', light(more))).json<{ reference: string }>().reference;
}

describe('the door', () => {
  test('describes itself by OpenAPI 3.1, and every path that it names answers', async () => {
    const described = (await app.get('/api/openapi.json')).json<{
      openapi: string;
      paths: Record<string, Record<string, unknown>>;
    }>();
    const paths = Object.entries(described.paths);

    expect(described.openapi).toMatch(/^3\.1/);
    expect(paths.length).toBeGreaterThan(12);
    for (const [path, methods] of paths) {
      for (const method of Object.keys(methods)) {
        const url = path.replace('{id}', '01900000-0000-7000-8000-000000000000').replace('{reference}', 'K7M3-QX9T');
        const reply = await app.app.inject({
          method: method.toUpperCase() as 'GET',
          url,
          headers: { authorization: `Bearer ${writing}` },
        });
        expect([path, method, reply.statusCode < 500]).toEqual([path, method, true]);
        expect(reply.json()).not.toHaveProperty('title', 'Page not found, by the router');
        if (reply.statusCode >= 400) expect(reply.headers['content-type']).toContain('application/problem+json');
      }
    }
  });

  test('lets nobody in without a token of this council, and a reading token writes nothing', async () => {
    const elsewhere = await aToken(app, 'api-write', await aCouncil(app.deps.db, app.clock, 'elsewhere'));
    const none = await app.get('/api/v1/cases');

    expect(none.statusCode).toBe(401);
    expect(none.json()).toMatchObject({ status: 401, detail: expect.stringContaining('Bearer') as string });
    expect((await ask('GET', '/api/v1/cases', undefined, { token: elsewhere })).statusCode).toBe(401);
    expect((await ask('POST', '/api/v1/cases', light(), { token: reading })).statusCode).toBe(403);
    expect((await ask('GET', '/api/v1/cases', undefined, { token: reading })).statusCode).toBe(200);
  });

  test.each([
    ['/api/v1/cases', { service: 5 }, 'service'],
    ['/api/v1/cases', { service: 'no-such' }, 'service'],
    ['/api/v1/cases', { service: 'street-light', place: { lat: 300 } }, 'place.lat'],
    ['/api/v1/customers', { name: 'Ada', bornOn: '31/12/1980' }, 'bornOn'],
    ['/api/v1/round-states', { state: 'vanished', at: '2026-11-24T07:42:00Z' }, 'state'],
  ])('%s names the field that is wrong in %j', async (path, body, field) => {
    const reply = await ask('POST', path, body);

    expect([reply.statusCode, reply.json<{ field: string }>().field]).toEqual([400, field]);
  });

  test('a body that is no JSON is a problem and not a fault', async () => {
    const reply = await app.app.inject({
      method: 'POST',
      url: '/api/v1/cases',
      headers: { authorization: `Bearer ${writing}`, 'content-type': 'application/json' },
      payload: '{"service":',
    });

    expect(reply.statusCode).toBe(400);
    expect(reply.headers['content-type']).toContain('application/problem+json');
  });
});

describe('writing', () => {
  test('the same key and body make one case, another body under it is refused', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => ask('POST', '/api/v1/cases', light(), { key: 'k1' })));
    const other = await ask('POST', '/api/v1/cases', light({ description: 'other' }), { key: 'k1' });

    expect(one?.statusCode).toBe(201);
    expect(two?.json()).toEqual(one?.json());
    expect([other.statusCode, other.json<{ field: string }>().field]).toEqual([409, 'Idempotency-Key']);
  });

  test('a customer is made, found, read and changed, and each reading is in the audit', async () => {
    const body = { name: 'Gill Okafor', postcode: 'RM17 6QT', reaches: [{ kind: 'email', value: 'gill@example.com' }] };
    const { id } = (await ask('POST', '/api/v1/customers', body)).json<{ id: string }>();
    const { results } = (
      await ask('POST', '/api/v1/customers/searches', { words: 'gill@example.com' }, { token: reading })
    ).json<{ results: { id: string }[] }>();
    const changed = await ask('PATCH', `/api/v1/customers/${id}`, { name: 'Gillian Okafor' });
    const read = await ask('GET', `/api/v1/customers/${id}`);
    const { rows } = await app.deps.db.pool.query<{ purpose: string }>(
      "select purpose from audit_entries where subject_id = $1 and kind = 'read'",
      [id],
    );

    expect(results.map((one) => one.id)).toContain(id);
    expect(changed.statusCode).toBe(200);
    expect(read.json()).toMatchObject({
      name: 'Gillian Okafor',
      postcode: 'RM17 6QT',
      reaches: [{ value: 'gill@example.com' }],
    });
    expect(rows.map(({ purpose }) => purpose)).toContain('test api-write');
  });

  test('contacts are written down once and read as a history', async () => {
    const { id: customerId } = (await ask('POST', '/api/v1/customers', { name: 'Tom Winter' })).json<{ id: string }>();
    const contact = { channel: 'phone', direction: 'in', customerId, summary: 'Asked when', sourceId: 'call-1' };
    const [first, second] = [
      await ask('POST', '/api/v1/contacts', contact),
      await ask('POST', '/api/v1/contacts', contact),
    ];
    const history = await ask('GET', `/api/v1/contacts?customerId=${customerId}`);

    expect([first.statusCode, second.statusCode]).toEqual([201, 200]);
    expect(history.json()).toMatchObject({ items: [{ channel: 'phone', summary: 'Asked when' }], next: null });
  });
});

describe('cases', () => {
  test('are read by reference with their promises, and priced as a journey', async () => {
    const reference = await opened();
    const read = await ask('GET', `/api/v1/cases/${reference}`);
    const journey = await ask('GET', `/api/v1/cases/${reference}/journey`);

    expect(read.json()).toMatchObject({ reference, stage: 'open', serviceSlug: 'street-light', channel: 'machine' });
    expect(read.json<{ promises: unknown[] }>().promises.length).toBeGreaterThan(0);
    expect(journey.json()).toMatchObject({ total: { contacts: 1 }, lines: [{ channel: 'machine' }] });
    expect((await ask('GET', `/api/v1/cases/${reference}/journey?costSet=none`)).statusCode).toBe(400);
  });

  test('page by key without a gap', async () => {
    const references = [await opened(), await opened(), await opened()];
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: { items: { reference: string }[]; next: string | null } = (
        await ask('GET', `/api/v1/cases?limit=2${next ? `&next=${next}` : ''}`)
      ).json();
      seen.push(...page.items.map((one) => one.reference));
      next = page.next;
    }

    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(references));
    expect((await ask('GET', '/api/v1/cases?next=nonsense')).json()).toMatchObject({ field: 'next' });
  });

  test('end for a machine only as they end for anybody', async () => {
    const reference = await opened();
    const tooSoon = await ask('POST', `/api/v1/cases/${reference}/endings`, { ending: 'done', reason: 'Mended.' });
    const withdrawn = await ask('POST', `/api/v1/cases/${reference}/endings`, {
      ending: 'withdrawn',
      reason: 'They rang.',
    });

    expect([tooSoon.statusCode, withdrawn.statusCode]).toEqual([409, 201]);
    expect(tooSoon.json<{ detail: string }>().detail).toContain('not done yet');
    expect((await ask('GET', `/api/v1/cases/${reference}`)).json()).toMatchObject({
      stage: 'ended',
      ending: 'withdrawn',
    });
  });
});

describe('jobs', () => {
  test('go to the crew and come back with evidence, each report once', async () => {
    const reference = await opened();
    const { items } = (await ask('GET', '/api/v1/jobs?team=northlight&limit=500')).json<{
      items: { id: string; reference: string }[];
    }>();
    const job = items.find((one) => one.reference === reference);
    const feedback = (body: object) => ask('POST', `/api/v1/jobs/${job?.id ?? ''}/feedback`, body);
    const accepted = [
      await feedback({ kind: 'accepted', sourceId: 'a1' }),
      await feedback({ kind: 'accepted', sourceId: 'a1' }),
    ];
    const bare = await feedback({ kind: 'done', sourceId: 'd1', note: 'New lamp.' });

    expect(accepted.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect([bare.statusCode, bare.json<{ field: string }>().field]).toEqual([400, 'fileIds']);
    expect((await feedback({ kind: 'not-done', reason: 'no-access', sourceId: 'n1' })).statusCode).toBe(200);
    const { rows } = await app.deps.db.pool.query('select state from job_entries where job_id = $1 order by at, id', [
      job?.id,
    ]);
    expect(rows).toEqual([{ state: 'accepted' }, { state: 'not-done' }]);
  });
});
