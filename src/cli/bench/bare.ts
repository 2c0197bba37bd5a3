import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import pg from 'pg';
import { z } from 'zod';
import { Client } from '../http-client.ts';
import { benchReference, mixed } from './made-up.ts';
import { type Measured, measure } from './measure.ts';

type Bare = Omit<Measured, 'rows' | 'serverRssMb'>;

const START_MS = 30_000;

/**
 * The floor: a bare Fastify route that reads one case by its reference on a prepared statement and answers JSON, with no
 * session, policy, log or page. What the house adds is the ratio to this. It runs in a process of its own, as the house
 * does, so that both share the machine with whoever asks in the same way.
 */
export async function measureBare(databaseUrl: string, cases: number): Promise<Bare[]> {
  const child = fork(process.argv[1] ?? '', ['bench', '--bare-route'], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  try {
    const port = await portOf(child);
    const measured: Bare[] = [];
    for (const concurrency of [1, 8]) {
      const client = new Client(port, concurrency);
      measured.push(await measure(client, bareCase(cases), concurrency));
      client.close();
    }
    return measured;
  } finally {
    child.kill();
  }
}

/** The other side: serve the route, tell the parent its port, and stay until the parent is gone or ends it. */
export async function serveBare(databaseUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  const server = Fastify();
  server.get<{ Params: { reference: string } }>('/bare/:reference', async ({ params }) => {
    const found = await pool.query({ name: 'bare', text: BARE, values: [params.reference] });
    return found.rows[0] as unknown;
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const address = server.server.address() as AddressInfo;
  process.send?.({ port: address.port });
  await once(process, 'disconnect');
  await server.close();
  await pool.end();
}

async function portOf(child: ChildProcess): Promise<number> {
  const [said] = (await once(child, 'message', { signal: AbortSignal.timeout(START_MS) })) as unknown[];
  return z.object({ port: z.number() }).parse(said).port;
}

function bareCase(cases: number) {
  return {
    name: 'bare-case',
    tries: 600,
    ask: (asking: Client, attempt: number) =>
      asking.ask({ path: `/bare/${benchReference(mixed(attempt, 1) % cases)}` }),
  };
}

const BARE = `select c.*, (select json_agg(e) from case_entries e where e.council_id = c.council_id and e.case_id = c.id) as entries
  from cases c join councils k on k.id = c.council_id and k.slug = 'estuary' where c.reference = $1`;
