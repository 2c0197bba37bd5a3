import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#config';
import { systemClock } from '#platform/clock';
import { closeDb, openDb } from '#platform/db';
import type { Deps } from '#platform/deps';
import { startEmbeddedPostgres } from '#platform/embedded-postgres';
import { localFileStore } from '#platform/file-store';
import { secureWebAnd } from '#platform/guarded-target';
import type { Logger } from '#platform/log';
import { keepSecret } from '#platform/secret';
import { prepareDatabase } from './prepare-database.ts';
import { transportsOf } from './transports-of.ts';

export interface House {
  deps: Deps;
  databaseUrl: string;
  close(): Promise<void>;
}

/** The folder of uploaded files in the folder of everything that Frontdoor keeps. */
export const filesFolder = (dataDir: string): string => join(dataDir, 'files');

/**
 * Open what every process needs: the database, migrated, and the world outside as `config` names it. Doors and worker
 * come on top. Closes what it had opened when a part of it fails.
 */
export async function openHouse(config: Config, log: Logger): Promise<House> {
  const database = await openDatabase(config, log);
  try {
    await prepareDatabase(database.url, log);
    const deps = await depsOf(config, database.url, log);
    const close = async (): Promise<void> => {
      await closeDb(deps.db);
      await database.stop();
    };
    return { deps, databaseUrl: database.url, close };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** The database alone, as it is: for restoring into one that is still empty. */
export async function openDatabase(config: Config, log: Logger): Promise<{ url: string; stop: () => Promise<void> }> {
  // Others may pass through but not look around: when root starts us, the database runs under another account.
  mkdirSync(config.dataDir, { recursive: true, mode: 0o711 });
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, stop: () => Promise.resolve() };
  const embedded = await startEmbeddedPostgres({ dataDir: config.dataDir, log });
  if (embedded.notice !== undefined) process.stderr.write(`${embedded.notice}\n`);
  return embedded;
}

async function depsOf(config: Config, url: string, log: Logger): Promise<Deps> {
  const onIdleError = (error: Error): void => {
    log.warn({ err: error.message }, 'an idle database connection ended');
  };
  return {
    db: openDb({ url, onIdleError }),
    clock: systemClock,
    log,
    files: localFileStore(filesFolder(config.dataDir)),
    transports: await transportsOf(config),
    publicUrl: config.publicUrl,
    secret: keepSecret(config.dataDir, config.secret),
    isDemo: config.demo !== 'off',
    notifyCallbackToken: config.notifyCallbackToken ?? null,
    oidc: config.oidc ?? null,
    clamd: config.clamd ?? null,
    oneLogin: config.oneLogin ?? null,
    handOver: {
      values: config.handOver.values,
      world: secureWebAnd(config.handOver.networks),
      folder: config.handOver.folder,
    },
  };
}
