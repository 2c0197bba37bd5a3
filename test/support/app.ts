import { randomBytes, randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import pg from 'pg';
import { inject } from 'vitest';
import { MovableClock } from '#platform/clock';
import { closeDb, openDb } from '#platform/db';
import type { Deps } from '#platform/deps';
import { localFileStore } from '#platform/file-store';
import { publicWeb } from '#platform/guarded-target';
import { silentLog } from '#platform/log';
import { noTransports } from '#platform/transports';
import { workQueueOnce } from '#platform/worker';
import { buildApp } from '../../src/app.ts';
import { Browser } from './browser.ts';
import { atEndOfFile } from './endings.ts';

interface StartOptions {
  /** The instant that the house believes it is. Default: Tue 24 Nov 2026, 11:00 in London, as in Kay's journey. */
  now?: string;
  deps?: Partial<Deps>;
}

export interface TestApp {
  app: FastifyInstance;
  deps: Deps;
  clock: MovableClock;
  /** Id of the council `estuary`. */
  councilId: string;
  /** Let the queue do what is due, as a worker would. */
  work: () => Promise<void>;
  get: (url: string) => Promise<LightMyRequestResponse>;
  /** Somebody with a browser of their own, not signed in. */
  browser: (host?: string) => Browser;
  /** Somebody of the demonstration council, signed in at the desk. */
  signedIn: (person: string) => Promise<Browser>;
}

/** A whole Frontdoor on a database of its own, cloned from the loaded template. Ends with the test file. */
export async function startApp({
  now = '2026-11-24T11:00:00Z',
  deps: given = {},
}: StartOptions = {}): Promise<TestApp> {
  const url = await cloneDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'frontdoor-files-'));
  const clock = new MovableClock(now);
  const deps: Deps = {
    db: openDb({ url, max: 5 }),
    clock,
    log: silentLog,
    files: localFileStore(folder),
    transports: noTransports,
    publicUrl: 'http://127.0.0.1:3000',
    secret: randomBytes(32),
    isDemo: true,
    notifyCallbackToken: null,
    oidc: null,
    clamd: null,
    oneLogin: null,
    handOver: { values: {}, world: publicWeb, folder: join(folder, 'hand-overs') },
    ...given,
  };
  const app = await buildApp(deps, { defaultCouncil: 'estuary', trustProxy: false });
  atEndOfFile(async () => {
    await app.close();
    await closeDb(deps.db);
    await rm(folder, { recursive: true, force: true });
  });
  await begunAnew(deps);
  const councilId = await idOfEstuary(deps);
  return {
    app,
    deps,
    clock,
    councilId,
    work: () => workQueueOnce(deps),
    get: (path) => app.inject({ method: 'GET', url: path }),
    browser: (host) => new Browser(app, host),
    signedIn: async (person) => {
      const browser = new Browser(app);
      await browser.visit('/desk/sign-in');
      await browser.submit({ person });
      return browser;
    },
  };
}

/** A process remembers a council as it stood in a revision. Another test in it has the same council, and must not be taken for this. */
async function begunAnew({ db }: Deps): Promise<void> {
  await db.pool.query('update councils set revision = $1', [randomInt(1_000, 2_000_000_000)]);
}

async function idOfEstuary({ db }: Deps): Promise<string> {
  const { rows } = await db.pool.query<{ id: string }>("select id from councils where slug = 'estuary'");
  return rows[0]?.id ?? '';
}

/** A database of its own on the run's server, cloned from the loaded template. Returns its address. */
async function cloneDatabase(): Promise<string> {
  const server = new URL(inject('databaseServer'));
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: server.href });
  await admin.connect();
  try {
    await admin.query(`create database ${name} template frontdoor_template`);
  } finally {
    await admin.end();
  }
  server.pathname = `/${name}`;
  return server.href;
}
