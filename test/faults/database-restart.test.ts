import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDb } from '#platform/db';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/embedded-postgres';
import { silentLog } from '#platform/log';
import { pressAllUntil, startCrowd } from '#test/crowd';
import { atEndOfFile } from '#test/endings';
import { pressUntilTaken } from '#test/residents';
import { type ServerProcess, startServerProcess } from '#test/server-process';
import { expectEachOnce, untilQueueIsEmpty } from '#test/what-became';
import { databaseOfItsOwn } from '../../src/cli/database-of-its-own.ts';

const COUNT = 40;

test('a database that restarts under load costs nobody their report, and the server goes on without a restart', {
  timeout: 300_000,
}, async () => {
  const database = await startRestartable();
  const url = await databaseOfItsOwn(database.url, { name: 'faults', isFresh: true });
  const { home, environment, residents } = await startCrowd(COUNT, { db: openDb({ url, max: 5 }) });
  const server = await startServerProcess(environment);
  await fetch(`${server.url}/`);

  const taken = await pressAllUntil([server], residents, { after: 5, happen: database.stop });
  expect(taken.length).toBeLessThan(COUNT);
  await expectPoliteRefusals(server);
  await database.start();

  await Promise.all(residents.map((resident) => pressUntilTaken(server, resident)));
  await untilQueueIsEmpty(home.deps, { mayFail: true });
  await expectEachOnce(home.deps, residents);
  expect(server.isAlive()).toBe(true);
  const ready = await fetch(`${server.url}/readyz`);
  expect(await ready.json()).toEqual({ status: 'ready', workers: 1 });
});

/** While the database is away, each door says so in its own words, and when to come back. */
async function expectPoliteRefusals({ url }: ServerProcess): Promise<void> {
  const ask = async (path: string) => {
    const reply = await fetch(url + path, { headers: { authorization: 'Bearer nobody' } });
    return { reply, body: await reply.text(), type: reply.headers.get('content-type') ?? '' };
  };
  const [page, rest, open311, ready, alive] = await Promise.all(
    ['/services/pothole', '/api/v1/cases', '/open311/v2/services.json', '/readyz', '/healthz'].map(ask),
  );
  for (const refused of [page, rest, open311, ready]) {
    expect(refused?.reply.status).toBe(503);
    expect(Number(refused?.reply.headers.get('retry-after'))).toBeGreaterThan(0);
  }
  expect(page?.body).toContain('The service is not available right now');
  expect(rest?.type).toContain('application/problem+json');
  expect(JSON.parse(open311?.body ?? '')).toMatchObject([{ code: 503 }]);
  expect(JSON.parse(ready?.body ?? '')).toEqual({ status: 'the database is away' });
  expect(alive?.reply.status).toBe(200);
}

/** A PostgreSQL of this file's own that can be stopped and started again at the same address. */
async function startRestartable() {
  const dataDir = await mkdtemp(join(tmpdir(), 'frontdoor-restart-'));
  await chmod(dataDir, 0o755);
  const settings = { fsync: 'off', shared_buffers: '32MB' };
  const start = () => startEmbeddedPostgres({ dataDir, log: silentLog, settings });
  let server: EmbeddedPostgres = await start();
  const { url } = server;
  atEndOfFile(async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  return {
    url,
    stop: () => server.stop(),
    start: async () => {
      server = await start();
      expect(server.url).toBe(url);
    },
  };
}
