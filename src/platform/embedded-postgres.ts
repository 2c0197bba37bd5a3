import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Logger } from './log.ts';
import { attach } from './postgres/attached-processes.ts';
import { findBinaries } from './postgres/binaries.ts';
import { ensureCluster, readPassword } from './postgres/cluster.ts';
import { withFileLock } from './postgres/file-lock.ts';
import { ensureOwnerDatabase } from './postgres/owner-database.ts';
import { choosePlace, type Place } from './postgres/place.ts';
import { stopPostmaster } from './postgres/postmaster.ts';
import { ensureServer } from './postgres/server.ts';
import type { Settings } from './postgres/settings.ts';

interface StartOptions {
  /** The folder of everything that Frontdoor keeps; the database goes into its `postgres` folder. */
  dataDir: string;
  log: Pick<Logger, 'info'>;
  /** PostgreSQL settings over our own, such as `{ fsync: 'off' }` in tests. An attached server keeps what it has. */
  settings?: Settings;
}

export interface EmbeddedPostgres {
  /** Connects as the owner of the database over 127.0.0.1 with a generated password. */
  url: string;
  /** Whether the server was already running: started by another process, or left by one that was killed. */
  attached: boolean;
  /** Where the database's files are. */
  dataDir: string;
  /** A sentence for the person who started Frontdoor, when the files had to go elsewhere. */
  notice?: string;
  /** Leave the server. The last living process to leave stops it; answers when it has stopped. Safe to call twice. */
  stop: () => Promise<void>;
}

/**
 * Start the embedded PostgreSQL of a data folder, or attach to the one that runs there.
 *
 * Any number of processes of one machine may call this on one folder at once. The server outlives a killed process.
 *
 * @throws an Error whose message says what to do, when PostgreSQL cannot run here.
 * @see docs/how-to/run.md
 */
export async function startEmbeddedPostgres({ dataDir, log, settings = {} }: StartOptions): Promise<EmbeddedPostgres> {
  const home = resolve(dataDir);
  mkdirSync(join(home, 'postgres'), { recursive: true });
  const lock = join(home, 'postgres', 'lock');
  return withFileLock(lock, async () => {
    const place = choosePlace(home);
    const { url, attached, leave } = await enter(place, settings);
    log.info({ folder: place.folder, attached }, 'the embedded PostgreSQL answers');
    let left: Promise<void> | undefined;
    const stop = (): Promise<void> => (left ??= withFileLock(lock, leave));
    return { url, attached, dataDir: place.folder, stop, ...(place.notice !== undefined && { notice: place.notice }) };
  });
}

async function enter(place: Place, settings: Settings) {
  const detach = attach(join(place.folder, 'processes'));
  const leave = async (): Promise<void> => {
    if (!detach().othersRemain) await stopPostmaster(join(place.folder, 'cluster'));
  };
  try {
    const binaries = (): Promise<string> => findBinaries(place.account);
    await ensureCluster(place, binaries, settings);
    const { port, attached } = await ensureServer(place, binaries, settings);
    const url = await ensureOwnerDatabase(port, readPassword(place.folder));
    return { url, attached, leave };
  } catch (error) {
    await leave();
    throw error;
  }
}
