import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ROOT } from '../lib.mjs';

/** Install the packages of the lockfile, unless they are there: whoever installed them, and even behind a link. */
export function ensureInstalled() {
  if (isInstalled(readJson('package-lock.json'), readJson('node_modules/.package-lock.json'))) return;
  process.stdout.write('Installing packages (about half a minute) …\n');
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const options = { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'], shell: !npm && process.platform === 'win32' };
  const { status, error } = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, options);
  if (status !== 0) fail(`npm ci failed${error ? `: ${error.message}` : ''}. Its message is above.`);
}

/** npm notes in node_modules what it has put there, last of all, so half an installation has no note. */
export function isInstalled(lock, note) {
  if (!note?.packages) return false;
  return Object.entries(lock.packages).every(([path, wanted]) => {
    const found = note.packages[path];
    if (path === '' || (!found && mayBeMissing(wanted))) return true;
    return found?.version === wanted.version && found?.integrity === wanted.integrity;
  });
}

/** npm leaves out what another platform needs; one that names ours and is missing was left out by somebody's option. */
function mayBeMissing({ optional, os, cpu, libc }) {
  if (!optional) return false;
  return libc !== undefined || !os?.includes(process.platform) || !cpu?.includes(process.arch);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
  } catch {
    return undefined;
  }
}
