import type { Writable } from 'node:stream';
import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import type { PoolClient } from 'pg';

/**
 * A query builder bound to one open connection, dead once `isOpen` says no: a transaction object that is used after
 * its end is a bug, and must throw instead of quietly writing outside the transaction.
 */
export function kyselyOn<Tables>(client: PoolClient, isOpen: () => boolean): Kysely<Tables> {
  const connection = {
    query: (text: string, values: readonly unknown[]) => {
      if (!isOpen()) throw new Error('this transaction has already ended');
      sendTogether(client);
      return client.query({ ...nameOf(text), text, values: [...values] });
    },
    release: () => undefined,
  } as unknown as PostgresPoolClient;
  const pool = { connect: () => Promise.resolve(connection), end: () => Promise.resolve() };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/**
 * Hold what is written to this connection until the current turn of work has run dry, so that statements which do not wait for
 * each other travel in one packet: a page asks the database as often as it must wait, not once for each statement.
 */
export function sendTogether(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => {
    stream.uncork();
  });
}

// Every distinct statement is prepared once a connection. Lists of changing length make new texts, so the cache is
// bounded: past it, a statement is planned each time, which is slower and still right.
const MAX_NAMED = 1_000;
const names = new Map<string, string>();

function nameOf(text: string): { name?: string } {
  const known = names.get(text);
  if (known !== undefined) return { name: known };
  if (names.size >= MAX_NAMED) return {};
  const name = `q${names.size}`;
  names.set(text, name);
  return { name };
}
