import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#config';
import { systemClock } from '#platform/clock';
import { closeDb, openDb } from '#platform/db';
import type { Deps } from '#platform/deps';
import { startEmbeddedPostgres } from '#platform/embedded-postgres';
import { localFileStore } from '#platform/file-store';
import { createLog, type Logger } from '#platform/log';
import { keepSecret } from '#platform/secret';
import { startWorker } from '#platform/worker';
import { buildApp } from './app.ts';
import { loadDemonstration } from './load-demonstration.ts';
import { prepareDatabase } from './prepare-database.ts';
import { transportsOf } from './transports-of.ts';
import { CRONTAB } from './wire-jobs.ts';

interface Running {
  url: string;
  stop(): Promise<void>;
}

/**
 * Start what `config.roles` names: database, tables, demonstration, worker, doors. Prints one line when the front
 * door answers. Throws, with words for the operator, when something it needs is not there.
 */
export async function start(config: Config): Promise<Running> {
  const log = createLog(config.logLevel);
  // Others may pass through but not look around: when root starts us, the database runs under another account.
  mkdirSync(config.dataDir, { recursive: true, mode: 0o711 });
  const database = await databaseOf(config, log);
  const undo: (() => Promise<unknown>)[] = [database.stop];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse())
      await step().catch((error: unknown) => {
        log.warn({ err: String(error) }, 'a part did not stop cleanly');
      });
  };
  try {
    await prepareDatabase(database.url, log);
    const deps = depsOf(config, database.url, log);
    undo.push(() => closeDb(deps.db));
    if (config.demo !== 'off') await loadDemonstration(deps);
    if (config.roles.includes('worker')) {
      const worker = await startWorker(deps, CRONTAB);
      undo.push(() => worker.stop());
    }
    if (config.roles.includes('web')) undo.push(await openDoors(deps, config));
    if (config.roles.includes('web')) process.stdout.write(`Frontdoor is ready at ${config.publicUrl}\n`);
    return { url: config.publicUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function databaseOf(config: Config, log: Logger): Promise<{ url: string; stop: () => Promise<void> }> {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, stop: () => Promise.resolve() };
  const embedded = await startEmbeddedPostgres({ dataDir: config.dataDir, log });
  if (embedded.notice !== undefined) process.stdout.write(`${embedded.notice}\n`);
  return embedded;
}

function depsOf(config: Config, url: string, log: Logger): Deps {
  return {
    db: openDb({
      url,
      max: 10,
      onIdleError: (error) => {
        log.warn({ err: error.message }, 'an idle database connection ended');
      },
    }),
    clock: systemClock,
    log,
    files: localFileStore(join(config.dataDir, 'files')),
    transports: transportsOf(config),
    publicUrl: config.publicUrl,
    secret: keepSecret(config.dataDir, config.secret),
    isDemo: config.demo !== 'off',
    oidc: config.oidc ?? null,
  };
}

async function openDoors(deps: Deps, config: Config): Promise<() => Promise<void>> {
  const server = await buildApp(deps, { defaultCouncil: config.defaultCouncil, trustProxy: config.trustProxy });
  try {
    await server.listen({ port: config.port, host: config.host });
  } catch (error) {
    await server.close();
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    throw taken ? new Error(`port ${config.port} is taken: stop what uses it, or set PORT to another`) : error;
  }
  return () => server.close();
}
