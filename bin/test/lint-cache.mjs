import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, ROOT } from '../lib.mjs';

/** All that a rule can see. The typed rules look across files: a change in one may be a fault in another. */
const SEEN = ['src', 'test', 'bin', 'eslint.config.mjs', 'tsconfig.json', 'architecture.d.mts', 'package-lock.json'];

/**
 * Where eslint may keep what it found. The name is the fingerprint of all that it saw, so what it kept is used again
 * only where nothing has changed; after any change, and in a clean clone, everything is linted.
 *
 * @returns the path, after removing what earlier versions of the sources left.
 */
export function lintCache() {
  const folder = join(ROOT, 'node_modules/.cache/frontdoor-lint');
  const name = fingerprint(SEEN);
  mkdirSync(folder, { recursive: true });
  for (const other of readdirSync(folder).filter((file) => file !== name)) rmSync(join(folder, other));
  return join(folder, name);
}
