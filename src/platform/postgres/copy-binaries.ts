import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, copyFile, lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type Account, isRoot } from './account.ts';
import { ownFolder } from './own-folder.ts';

/**
 * Copy the binaries to a system folder that every account can enter, once a version, and answer with it.
 *
 * The copy is made under another name and renamed when whole, so a killed or a second copier leaves no half copy.
 */
export async function copyBinaries(native: string, account: Account | undefined): Promise<string> {
  const target = join(ownFolder(cacheFolders(account)), `postgres-${versionOf(native)}`);
  if (existsSync(target)) return target;
  const growing = `${target}.${randomUUID()}`;
  await copyReadable(native, growing);
  try {
    await rename(growing, target);
  } catch (error) {
    await rm(growing, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

function cacheFolders(account: Account | undefined): string[] {
  if (account && isRoot()) return ['/var/cache/frontdoor', '/var/lib/frontdoor', '/var/tmp/frontdoor-root'];
  return [join(homedir(), '.frontdoor'), `/var/tmp/frontdoor-${process.getuid?.() ?? 0}`];
}

function versionOf(native: string): string {
  const root = dirname(native);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return `${basename(root)}-${version}`;
}

/** Links are left out: they are made again from the package's list. A strict umask must not reach the copy. */
async function copyReadable(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) await copyReadable(source, target);
    if (entry.isFile()) {
      await copyFile(source, target);
      await chmod(target, ((await lstat(source)).mode & 0o111) === 0 ? 0o644 : 0o755);
    }
  }
}
