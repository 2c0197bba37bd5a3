import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The path of a file in `reference/`, found upwards from this file: it stands elsewhere once the program is built. */
export function referenceFile(name: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const path = join(folder, 'reference', name);
    if (existsSync(path)) return path;
    if (folder === dirname(folder))
      throw new Error(`The file reference/${name} is missing from this copy of Frontdoor.`);
  }
}
