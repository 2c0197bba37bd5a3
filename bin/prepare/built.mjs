import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, ROOT } from '../lib.mjs';

/** What the build depends on. */
const SOURCES = ['src', 'package.json', 'package-lock.json', 'tsconfig.json', 'bin/build.mjs'];

/** Build when what is built does not come from these sources. Takes some 30 ms when there is nothing to do. */
export async function ensureBuilt() {
  const wanted = fingerprint(SOURCES);
  if (wanted === builtFrom()) return;
  const { build } = await import('../build.mjs');
  await build(wanted);
}

function builtFrom() {
  try {
    return readFileSync(join(ROOT, 'dist/built-from'), 'utf8');
  } catch {
    return undefined;
  }
}
