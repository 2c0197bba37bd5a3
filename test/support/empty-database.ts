import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '#platform/embedded-postgres';
import { silentLog } from '#platform/log';

/** A PostgreSQL of one test file's own, for tests of what lies below the migrated template: roles, migrations, back-up. */
export interface OwnServer {
  /** @returns the address of a new, empty database. */
  emptyDatabase(): Promise<string>;
  /** @returns the address of a new database with what that one holds, to which nothing may be connected. */
  copyOf(url: string): Promise<string>;
  /** Run SQL as a superuser. */
  asSuperuser(sql: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startOwnServer(): Promise<OwnServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'frontdoor-own-'));
  chmodSync(dataDir, 0o755);
  const settings = { fsync: 'off', shared_buffers: '16MB', max_connections: 30 };
  const server = await startEmbeddedPostgres({ dataDir, log: silentLog, settings });
  const create = async (template: string): Promise<string> => {
    const name = `d${randomUUID().replaceAll('-', '')}`;
    await ask(server.url, `create database ${name} template ${template}`);
    return withParts(server.url, { pathname: `/${name}` });
  };
  return {
    emptyDatabase: () => create('template1'),
    copyOf: (url) => create(new URL(url).pathname.slice(1)),
    asSuperuser: async (sql) => {
      await ask(withParts(server.url, { username: 'postgres' }), sql);
    },
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Run one statement on a connection of its own. */
export async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const withParts = (url: string, parts: Partial<Pick<URL, 'pathname' | 'username'>>): string =>
  Object.assign(new URL(url), parts).href;
