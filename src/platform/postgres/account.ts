import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { chownSync, readFileSync } from 'node:fs';

/** The account that PostgreSQL runs under when Frontdoor was started by root, whom PostgreSQL refuses. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

const PREFERRED = ['postgres', '_postgres', 'nobody'];
const NOBODY: Account = { name: 'nobody', uid: 65534, gid: 65534 };

export const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * Choose the account for the server: none (our own) for an ordinary user; for root the one that owns an existing
 * cluster, else `postgres`, else `nobody`.
 */
export function chooseAccount(owner?: { uid: number; gid: number }): Account | undefined {
  if (!isRoot()) return undefined;
  const known = accounts();
  if (owner && owner.uid !== 0) {
    return known.find(({ uid }) => uid === owner.uid) ?? { name: `user ${owner.uid}`, ...owner };
  }
  return PREFERRED.flatMap((wanted) => known.filter(({ name }) => name === wanted))[0] ?? NOBODY;
}

/** Run a short command as that account, outside any folder of ours, with nothing of our environment. */
export function runAs(account: Account | undefined, command: string, args: string[]): SpawnSyncReturns<string> {
  return spawnSync(command, args, { ...spawnOptions(account), encoding: 'utf8' });
}

/** What every child gets: its account, a folder that anyone may stand in, and no secrets by environment. */
export function spawnOptions(account: Account | undefined): {
  cwd: string;
  env: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
} {
  const env = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  if (process.platform === 'win32') return { cwd: 'C:\\', env: { ...env, SYSTEMROOT: 'C:\\Windows' } };
  return { cwd: '/', env, ...(account && { uid: account.uid, gid: account.gid }) };
}

/** Hand a file or folder to the account; nothing to do when it is our own. */
export function giveTo(account: Account | undefined, path: string): void {
  if (account) chownSync(path, account.uid, account.gid);
}

function accounts(): Account[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n').flatMap(parseAccount);
  } catch {
    return [];
  }
}

function parseAccount(line: string): Account[] {
  const [name = '', , uid, gid] = line.split(':');
  const account = { name, uid: Number(uid), gid: Number(gid) };
  return account.uid > 0 && account.gid >= 0 ? [account] : [];
}
