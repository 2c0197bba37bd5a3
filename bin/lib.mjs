import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone that these scripts belong to, wherever they are called from. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Print why it cannot go on, and end. */
export function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** One fingerprint of these files and folders, names and content. */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesUnder).sort()) hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

function filesUnder(path) {
  const entries = readdirSync(dirname(join(ROOT, path)), { withFileTypes: true });
  const own = entries.find(({ name }) => name === path.split('/').pop());
  if (!own) return [];
  if (!own.isDirectory()) return [path];
  return readdirSync(join(ROOT, path)).flatMap((name) => filesUnder(`${path}/${name}`));
}
