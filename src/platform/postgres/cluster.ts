import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { giveTo, runAs } from './account.ts';
import type { Place } from './place.ts';
import type { Settings } from './settings.ts';

/** The role that may do everything; Frontdoor itself connects as an ordinary one. */
export const ADMINISTRATOR = 'postgres';

/**
 * Make the files of an empty database, unless they are there. Call it under the folder's lock.
 *
 * They are made under another name and renamed when whole, so a killed start leaves nothing half made.
 */
export async function ensureCluster(
  { folder, account }: Place,
  binaries: () => Promise<string>,
  settings: Settings,
): Promise<void> {
  const cluster = join(folder, 'cluster');
  if (existsSync(cluster)) return;
  for (const name of readdirSync(folder)) {
    if (name.startsWith('cluster.')) rmSync(join(folder, name), { recursive: true, force: true });
  }
  const growing = join(folder, 'cluster.new');
  mkdirSync(growing);
  chmodSync(growing, 0o700);
  giveTo(account, growing);
  writePassword(join(folder, 'password'));
  giveTo(account, join(folder, 'password'));
  const made = runAs(account, join(await binaries(), 'bin', 'initdb'), [
    ...['-D', growing, '-U', ADMINISTRATOR, `--pwfile=${join(folder, 'password')}`],
    ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
    ...(settings['fsync'] === 'off' ? ['--no-sync'] : []),
  ]);
  if (made.status !== 0) {
    throw new Error(`PostgreSQL's initdb failed in ${growing}: ${made.error?.message ?? made.stderr.trim()}`);
  }
  renameSync(growing, cluster);
}

/** The password of this database, made with it. The file is readable by the server's account alone. */
export const readPassword = (folder: string): string => readFileSync(join(folder, 'password'), 'utf8').trim();

function writePassword(path: string): void {
  rmSync(path, { force: true });
  writeFileSync(path, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
}
