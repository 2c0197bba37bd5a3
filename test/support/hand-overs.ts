import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { HandOverSettings } from '#platform/deps';
import { secureWebAnd } from '#platform/guarded-target';
import type { TestApp } from './app.ts';
import { atEndOfFile } from './endings.ts';

/** A key as Standard Webhooks writes one: 32 bytes. */
export const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=';

/** As an operator would set it up, with loopback allowed. */
export function connectedTo(url: string | null, folder: string): HandOverSettings {
  const values = { HANDOVER_BACK_OFFICE_SECRET: SECRET, ...(url !== null && { HANDOVER_BACK_OFFICE_URL: url }) };
  return { values, world: secureWebAnd({ check: (address) => address === '127.0.0.1' }), folder };
}

export interface Received {
  id: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export type Answering = (received: Received, reply: ServerResponse, calls: number) => void;

export interface Receiver {
  url: string;
  /** Every call, also those that it did not take. */
  calls: Received[];
  /** What it does from now on. */
  behave: (answering: Answering) => void;
}

/** A back office that does what the test says: a real server on loopback. Ends with the test file. */
export async function startReceiver(): Promise<Receiver> {
  const calls: Received[] = [];
  let answering: Answering = (_, reply) => reply.writeHead(204).end();
  const server = createServer((request, reply) => {
    void text(request).then((body) => {
      const received = { id: String(request.headers['webhook-id']), headers: request.headers, body };
      calls.push(received);
      answering(received, reply, calls.length);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  atEndOfFile(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  );
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/hand-overs`,
    calls,
    behave: (next) => {
      answering = next;
    },
  };
}

export const json = (body: unknown): Answering => {
  return (_, reply) => reply.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

interface Amend {
  kind: 'service' | 'destination';
  slug: string;
  changes: object;
}

/** Put a changed document of the demonstration council in force, as a load of its folder would. */
export async function amend({ deps, councilId }: TestApp, { kind, slug, changes }: Amend): Promise<void> {
  const values = [councilId, kind, slug];
  const { rows } = await deps.db.pool.query<{ body: object }>(
    'update council_documents set is_current = false where council_id = $1 and kind = $2 and slug = $3 and is_current returning body',
    values,
  );
  // Versions and revisions are remembered by a process, and the databases of the tests share a council.
  const version = randomInt(1_000, 2_000_000_000);
  await deps.db.pool.query(
    "insert into council_documents (council_id, kind, slug, version, hash, body, source, is_current, made_at, made_by) values ($1, $2, $3, $4, 'a test', $5, 'folder', true, now(), 'a test')",
    [...values, version, JSON.stringify({ slug, ...rows[0]?.body, ...changes })],
  );
  await deps.db.pool.query('update councils set revision = $2 where id = $1', [councilId, version]);
}
