import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The 32 bytes that seal and sign. From SECRET when it is set (several machines must share one); else made once and
 * kept beside the data, readable by its owner alone.
 */
export function keepSecret(dataDir: string, given: string | undefined): Buffer {
  if (given !== undefined) return createHash('sha256').update(given).digest();
  const path = join(dataDir, 'secret');
  try {
    // `wx` fails when the file is there, so two processes that start at once agree on the first one's.
    writeFileSync(path, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return Buffer.from(readFileSync(path, 'utf8'), 'base64');
}
