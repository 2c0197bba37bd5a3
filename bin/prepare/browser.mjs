import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fail } from '../lib.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The browser that the journeys run in: the one named by CHROMIUM_PATH, else the first in the usual places. */
export function findBrowser(env = process.env) {
  if (env.CHROMIUM_PATH) return mayRun(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  const folders = [...(env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...MAC].find(mayRun);
}

/** Install Debian's chromium where we may; otherwise end with the one command that does. Journeys are never skipped. */
export function ensureBrowser() {
  if (findBrowser()) return;
  if (process.env.CHROMIUM_PATH)
    fail(`CHROMIUM_PATH is ${process.env.CHROMIUM_PATH}, and no program can be run there.`);
  if (!mayInstall()) fail('The journeys need a browser. Run: sudo apt-get update && sudo apt-get install -y chromium');
  process.stdout.write("Installing Debian's chromium for the journeys …\n");
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quietly = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  spawnSync('apt-get', ['update', '-q'], quietly);
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], quietly);
  if (!findBrowser()) fail('apt-get could not install a browser. Run: apt-get update && apt-get install -y chromium');
}

const mayInstall = () => process.getuid?.() === 0 && mayRun('/usr/bin/apt-get');

function mayRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
