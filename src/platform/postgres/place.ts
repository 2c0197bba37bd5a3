import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Account, chooseAccount, runAs } from './account.ts';
import { ownFolder } from './own-folder.ts';

/** Where the database lives and which account it runs under (none: our own). */
export interface Place {
  folder: string;
  account: Account | undefined;
  notice?: string;
}

const SYSTEM_FOLDERS = ['/var/lib/frontdoor', '/var/tmp/frontdoor-root'];

/**
 * Choose the folder of the database: `DATA_DIR/postgres`, unless the account that root hands the server to cannot
 * enter it (a private home); then a system folder, remembered in `DATA_DIR/postgres/elsewhere`.
 *
 * @throws when a database is already there and that account can no longer enter: an empty one must not take its place.
 */
export function choosePlace(dataDir: string): Place {
  const folder = join(dataDir, 'postgres');
  const cluster = join(folder, 'cluster');
  mkdirSync(folder, { recursive: true });
  const account = chooseAccount(existsSync(cluster) ? statSync(cluster) : undefined);
  if (!account) return { folder, account };
  const elsewhere = join(folder, 'elsewhere');
  if (existsSync(elsewhere)) return elsewherePlace(readFileSync(elsewhere, 'utf8').trim(), dataDir);
  chmodSync(folder, 0o755);
  if (canEnter(account, folder)) return { folder, account };
  if (existsSync(cluster)) {
    throw new Error(
      `The database is in ${cluster}, but the account "${account.name}" that it runs under can no longer enter there. Allow it (chmod o+x on the folders above), or move the folder.`,
    );
  }
  const chosen = join(ownFolder(SYSTEM_FOLDERS), randomUUID());
  mkdirSync(chosen, { mode: 0o755 });
  chmodSync(chosen, 0o755);
  writeFileSync(elsewhere, `${chosen}\n`, { mode: 0o600 });
  return elsewherePlace(chosen, dataDir);
}

function elsewherePlace(folder: string, dataDir: string): Place {
  if (!existsSync(folder)) {
    throw new Error(
      `The database of ${dataDir} was kept in ${folder}, which is gone. Put it back, or delete ${join(dataDir, 'postgres', 'elsewhere')} to start with an empty one.`,
    );
  }
  const cluster = join(folder, 'cluster');
  const account = chooseAccount(existsSync(cluster) ? statSync(cluster) : undefined);
  const name = account?.name ?? 'this user';
  return { folder, account, notice: `The account "${name}" cannot enter ${dataDir}, so the database is in ${folder}.` };
}

/** Asked of the system itself, by going there as that account: modes alone do not tell of lists and mounts. */
const canEnter = (account: Account, folder: string): boolean =>
  runAs(account, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder]).status === 0;
