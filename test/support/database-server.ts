import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { MovableClock } from '#platform/clock';
import { closeDb, openDb } from '#platform/db';
import { startEmbeddedPostgres } from '#platform/embedded-postgres';
import { silentLog } from '#platform/log';
import { ensureBuilt } from '../../bin/prepare/built.mjs';
import { loadDemonstration } from '../../src/load-demonstration.ts';
import { prepareDatabase } from '../../src/prepare-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A server for this run alone, with a migrated and loaded database `template` to clone. */
    databaseServer: string;
  }
}

const TEMPLATE = 'frontdoor_template';

/**
 * One PostgreSQL for the whole run; every test file clones its database from a template (about 50 ms).
 * The build is brought up to date too, for the tests that start a server as a process of its own.
 * TEST_DATABASE_URL runs the same tests on another server, such as a PostgreSQL 15.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureBuilt();
  const folder = await mkdtemp(join(tmpdir(), 'frontdoor-test-'));
  // Started by root, PostgreSQL runs under another account, which must be able to enter.
  await chmod(folder, 0o755);
  const given = process.env['TEST_DATABASE_URL'];
  const server = given
    ? { url: given, stop: () => Promise.resolve() }
    : await startEmbeddedPostgres({
        dataDir: folder,
        log: silentLog,
        settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '500' },
      });
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await prepareTemplate(server.url);
  } catch (error) {
    // Vitest takes nothing down that was not wholly set up, and PostgreSQL would outlive this process.
    await stop();
    throw error;
  }
  project.provide('databaseServer', server.url);
  return stop;
}

async function prepareTemplate(url: string): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`drop database if exists ${TEMPLATE}`);
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  const template = databaseUrl(url, TEMPLATE);
  await prepareDatabase(template, silentLog);
  const db = openDb({ url: template, max: 2 });
  try {
    await loadDemonstration({ db, clock: new MovableClock('2026-11-01T09:00:00Z') });
  } finally {
    await closeDb(db);
  }
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
