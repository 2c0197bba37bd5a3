import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { beforeEach, describe, expect, test } from 'vitest';
import { endCase } from '#modules/cases';
import { systemActor } from '#platform/actor';
import { inCouncil } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import { type Answering, amend, connectedTo, json, type Receiver, SECRET, startReceiver } from '#test/hand-overs';
import { reportInStreet } from '#test/street-reports';
import { beginHandOvers, deliverHandOvers } from './index.ts';

let app: TestApp;
let office: Receiver;

beforeEach(async () => {
  office = await startReceiver();
  app = await startApp({ deps: { handOver: connectedTo(office.url, '/nowhere') } });
  await amend(app, { kind: 'service', slug: 'pothole', changes: { handOver: ['revenues-system'] } });
});

interface Row {
  id: string;
  state: string;
  attempts: number;
  last_error: string | null;
  attention: string | null;
  external_reference: string | null;
  result: string | null;
  next_at: Date | null;
  delivered_how: string | null;
}

async function rowOf(caseId: string): Promise<Row> {
  const { rows } = await app.deps.db.pool.query<Row>('select * from hand_overs where case_id = $1', [caseId]);
  expect(rows).toHaveLength(1);
  return rows[0] as Row;
}

async function accepted(): Promise<string> {
  const { caseId } = await reportInStreet(app);
  await app.work();
  return caseId;
}

/** Until nothing waits, or so many rounds are over: the next try is never further away than six hours. */
async function later(rounds = 1): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    app.clock.advance(361);
    await deliverHandOvers(app.deps, { councilId: app.councilId, destination: 'revenues-system' });
  }
}

const status =
  (code: number, headers: Record<string, string> = {}): Answering =>
  (_, reply) =>
    reply.writeHead(code, headers).end();

describe('a case that is accepted', () => {
  test('reaches its destination at once, signed, with what was asked in words and by id', async () => {
    const caseId = await accepted();
    const row = await rowOf(caseId);
    const [call] = office.calls;

    expect([row.state, row.attempts, row.delivered_how]).toEqual(['delivered', 1, 'automatic']);
    expect(office.calls).toHaveLength(1);
    expect(call?.id).toBe(row.id);
    const signed = call?.headers as Record<string, string>;
    const at = new Date(Number(signed['webhook-timestamp']) * 1_000);
    expect(new Webhook(SECRET).sign(row.id, at, call?.body ?? '')).toBe(signed['webhook-signature']);
    const { data } = JSON.parse(call?.body ?? '') as { data: Record<string, unknown> };
    expect(data).toMatchObject({
      id: row.id,
      service: { slug: 'pothole' },
      people: [{ role: 'requester', name: 'Kay Lewis', email: 'kay@mail.example' }],
      answers: { size: 'hand' },
      answerTo: `http://127.0.0.1:3000/api/v1/hand-overs/${row.id}/answer`,
      awardsTo: `http://127.0.0.1:3000/api/v1/hand-overs/${row.id}/awards`,
    });
    expect(JSON.stringify(data['inWords'])).toContain('By the crossing');
  });

  test('goes only where its answers call for', async () => {
    const when = { question: 'danger', is: true };
    await amend(app, { kind: 'service', slug: 'pothole', changes: { handOver: [{ to: 'revenues-system', when }] } });
    const { caseId } = await reportInStreet(app);
    await app.work();
    const { rowCount } = await app.deps.db.pool.query('select from hand_overs where case_id = $1', [caseId]);

    expect([rowCount, office.calls.length]).toEqual([0, 0]);
  });

  test('is accepted all the same while nothing is connected, and goes once it is', async () => {
    const connected = app.deps.handOver;
    app.deps.handOver = connectedTo(null, '/nowhere');
    const caseId = await accepted();
    await later(5);
    const waiting = await rowOf(caseId);
    app.deps.handOver = connected;
    await later();

    expect([waiting.state, waiting.attempts]).toEqual(['waiting', 0]);
    expect((await rowOf(caseId)).state).toBe('delivered');
  });

  test('and is withdrawn before it goes, is not handed over', async () => {
    office.behave(status(503));
    const caseId = await accepted();
    office.behave(status(204));
    await inCouncil(app.deps.db, app.councilId, (tx) =>
      endCase(tx, app.clock, systemActor(app.councilId), { case: caseId, ending: 'withdrawn', reason: 'Not needed' }),
    );
    await later();
    const row = await rowOf(caseId);

    expect([row.state, row.last_error]).toEqual(['stopped', 'The case was withdrawn before this could be delivered']);
    expect(office.calls).toHaveLength(1);
  });

  test('lands as a file, whole and once, in the folder of its council', async () => {
    const folder = join(app.deps.handOver.folder, '..', `tmp/handover-${app.councilId}-${process.pid}`);
    app.deps.handOver = { ...app.deps.handOver, folder };
    await amend(app, { kind: 'service', slug: 'pothole', changes: { handOver: ['environment-register'] } });
    const caseId = await accepted();
    const place = join(folder, 'estuary', 'environment-register');
    const files = await readdir(place);
    const row = await rowOf(caseId);

    expect([row.state, files.length]).toEqual(['delivered', 1]);
    expect(files[0]).toContain(row.id);
    const lines = (await readFile(join(place, files[0] ?? ''), 'utf8')).split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^id,reference,service,.*answer_size/);
    expect(lines[1]).toContain('By the crossing');
    // The register is not told who told us.
    expect(lines[1]).not.toContain('Kay Lewis');
  });
});

describe('a destination that fails', () => {
  test.each([500, 502, 503, 408, 425, 429])(
    'with %i is tried again later, under the same id, and takes it then',
    async (code) => {
      office.behave(status(code));
      const caseId = await accepted();
      const before = await rowOf(caseId);
      office.behave(status(200));
      await later();
      const after = await rowOf(caseId);

      expect([before.state, before.last_error]).toEqual(['waiting', `It answered ${code}: it cannot take it now`]);
      expect([after.state, after.attempts, after.last_error]).toEqual(['delivered', 2, null]);
      expect(new Set(office.calls.map(({ id }) => id)).size).toBe(1);
    },
  );

  test.each([400, 401, 404, 410, 422, 301])('with %i is not asked again, and a person is told why', async (code) => {
    office.behave(status(code, { location: 'http://127.0.0.1:1/elsewhere' }));
    const caseId = await accepted();
    await later(3);
    const row = await rowOf(caseId);

    expect([row.state, row.attempts, office.calls.length]).toEqual(['failed', 1, 1]);
    expect(row.attention).toContain(String(code));
  });

  test('and asks for a wait gets it', async () => {
    office.behave(status(503, { 'retry-after': '7200' }));
    const row = await rowOf(await accepted());

    expect(row.next_at).toEqual(new Date('2026-11-24T13:00:00Z'));
  });

  test('by closing the line, or by an answer that breaks off, is tried again or taken at its word', async () => {
    office.behave((_, reply) => reply.destroy());
    const cut = await rowOf(await accepted());
    office.behave((_, reply) => {
      reply.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
      reply.write('{"reference":');
      setTimeout(() => reply.destroy(), 20);
    });
    const half = await rowOf(await accepted());

    expect([cut.state, cut.last_error]).toEqual(['waiting', 'It could not be reached, or it broke off']);
    expect([half.state, half.attention]).toEqual([
      'delivered',
      'It took this, but its answer was too long or broke off',
    ]);
  });

  test('by saying nothing is left after its time, and what comes late changes nothing', async () => {
    await amend(app, { kind: 'destination', slug: 'revenues-system', changes: { timeoutSeconds: 1 } });
    office.behave((_, reply) => {
      setTimeout(() => reply.writeHead(200).end(), 1_500);
    });
    const row = await rowOf(await accepted());

    expect([row.state, row.last_error]).toEqual(['waiting', 'It did not answer within 1 seconds']);
  });

  test('for days is given up, with every try on record, and a person is told', async () => {
    office.behave(status(500));
    const caseId = await accepted();
    await later(30);
    const row = await rowOf(caseId);
    const { rows } = await app.deps.db.pool.query<{ number: number; outcome: string }>(
      'select number, outcome from hand_over_attempts where hand_over_id = $1 order by number',
      [row.id],
    );

    expect([row.state, row.next_at]).toEqual(['given-up', null]);
    expect(row.attention).toMatch(/^Given up after \d+ tries\. It answered 500/);
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.map(({ outcome }) => outcome)).toEqual([...rows.slice(1).map(() => 'again-later'), 'given-up']);
    expect(office.calls).toHaveLength(rows.length);
  });

  test('on a network that nobody allowed is never reached', async () => {
    app.deps.handOver = { ...app.deps.handOver, world: { ...app.deps.handOver.world, mayReach: () => false } };
    const row = await rowOf(await accepted());

    expect([row.state, office.calls.length]).toEqual(['waiting', 0]);
    expect(row.last_error).toContain('HANDOVER_NETWORKS');
  });

  test('again and again is left alone for a while, and what waits keeps its tries', async () => {
    office.behave(status(500));
    for (let at = 0; at < 20; at += 1) await reportInStreet(app);
    await app.work();
    const { rows } = await app.deps.db.pool.query<{ untried: number }>(
      'select count(*) filter (where attempts = 0)::int as untried from hand_overs',
    );

    expect(office.calls).toHaveLength(12);
    expect(rows[0]?.untried).toBe(8);
  });
});

test('a worker that dies with a row in hand leaves it to the next, under the same id', async () => {
  const { caseId } = await reportInStreet(app);
  await app.deps.db.pool.query("update hand_overs set claimed_at = '2026-11-24T11:00:00Z', attempts = 1");
  await app.work();
  await app.deps.db.pool.query(
    "update hand_overs set state = 'waiting', next_at = '2026-11-24T11:00:00Z', claimed_at = '2026-11-24T11:00:00Z'",
  );
  await deliverHandOvers(app.deps, { councilId: app.councilId, destination: 'revenues-system' });
  const first = office.calls.length;
  app.clock.advance(6);
  await deliverHandOvers(app.deps, { councilId: app.councilId, destination: 'revenues-system' });

  expect([first, office.calls.length]).toEqual([1, 2]);
  expect(new Set(office.calls.map(({ id }) => id)).size).toBe(1);
  expect((await rowOf(caseId)).state).toBe('delivered');
});

test('sixty to a destination that fails half the time all arrive once, from two workers at a time', async () => {
  const taken = new Map<string, number>();
  office.behave((received, reply, calls) => {
    if (calls % 2 === 0) return reply.writeHead(503).end();
    taken.set(received.id, (taken.get(received.id) ?? 0) + 1);
    return reply.writeHead(204).end();
  });
  for (let at = 0; at < 60; at += 1) {
    const { caseId } = await reportInStreet(app);
    await inCouncil(app.deps.db, app.councilId, (tx) =>
      beginHandOvers(tx, app.clock, { councilId: app.councilId, caseId }),
    );
  }
  for (let round = 0; round < 12; round += 1) {
    app.clock.advance(60);
    const due = { councilId: app.councilId, destination: 'revenues-system' };
    await Promise.all([deliverHandOvers(app.deps, due), deliverHandOvers(app.deps, due)]);
  }
  const { rows } = await app.deps.db.pool.query<{ state: string; count: number }>(
    'select state, count(*)::int as count from hand_overs group by state',
  );

  expect(rows).toEqual([{ state: 'delivered', count: 60 }]);
  expect(taken.size).toBe(60);
  expect(Math.max(...taken.values())).toBe(1);
});

test('what is answered at once is read: a reference, and nothing where the receiver only says OK', async () => {
  office.behave(json({ reference: 'CT-77' }));
  const named = await rowOf(await accepted());
  office.behave(json({ ok: true }));
  const plain = await rowOf(await accepted());
  office.behave((_, reply) => reply.writeHead(200, { 'content-type': 'application/json' }).end('{"reference":'));
  const broken = await rowOf(await accepted());
  office.behave(json({ reference: 'CT-78', result: 'perhaps' }));
  const odd = await rowOf(await accepted());

  expect([named.state, named.external_reference]).toEqual(['delivered', 'CT-77']);
  expect([plain.state, plain.external_reference, plain.attention]).toEqual(['delivered', null, null]);
  expect([broken.state, broken.attention]).toEqual(['delivered', 'It took this, but its answer is no JSON']);
  expect([odd.state, odd.attention]).toEqual(['delivered', 'Its answer cannot be read: result']);
});
