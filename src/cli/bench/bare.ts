import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import pg from 'pg';
import { Client } from '../http-client.ts';
import { benchReference, mixed } from './made-up.ts';
import { type Measured, measure } from './measure.ts';

/**
 * The floor: a bare Fastify route that reads one case by its reference on a prepared statement and answers JSON, in a
 * process of its own, with no session, policy, log or page. What the house adds is the ratio to this.
 */
export async function measureBare(databaseUrl: string, cases: number): Promise<Omit<Measured, 'rows' | 'serverRssMb'>> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  const server = Fastify();
  server.get<{ Params: { reference: string } }>('/bare/:reference', async ({ params }) => {
    const found = await pool.query({ name: 'bare', text: BARE, values: [params.reference] });
    return found.rows[0] as unknown;
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const client = new Client(portOf(server.server.address()), 1);
  try {
    const operation = {
      name: 'bare-case',
      tries: 600,
      ask: (asking: Client, attempt: number) =>
        asking.ask({ path: `/bare/${benchReference(mixed(attempt, 1) % cases)}` }),
    };
    return await measure(client, operation, 1);
  } finally {
    client.close();
    await server.close();
    await pool.end();
  }
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const BARE = `select c.*, (select json_agg(e) from case_entries e where e.council_id = c.council_id and e.case_id = c.id) as entries
  from cases c join councils k on k.id = c.council_id and k.slug = 'estuary' where c.reference = $1`;
