import { chmodSync, lstatSync, mkdirSync } from 'node:fs';

/**
 * The first of these system folders that is certainly ours: made by us, not a link, and writable by nobody else,
 * so that no other user of the machine can have planted a program or a database in it.
 *
 * @throws when none of them can be had.
 */
export function ownFolder(candidates: string[]): string {
  const folder = candidates.find(isOurs);
  if (folder !== undefined) return folder;
  throw new Error(`None of these folders can be made or trusted: ${candidates.join(', ')}. Remove what stands there.`);
}

function isOurs(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o755 });
    // The mode above passes through the umask, and the database's account must be able to enter.
    chmodSync(folder, 0o755);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
  }
  const found = lstatSync(folder);
  return found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid) && (found.mode & 0o022) === 0;
}
