import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markOfProcess, stillRuns } from './process-mark.ts';

/**
 * Write down that this process uses the server, one file a user. Call it under the folder's lock.
 *
 * @returns the act of leaving: it answers whether other living processes are still there.
 */
export function attach(folder: string): () => { othersRemain: boolean } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const own = join(folder, `${process.pid}-${randomUUID()}`);
  writeFileSync(own, markOfProcess(process.pid) ?? '', { mode: 0o600 });
  return () => {
    rmSync(own, { force: true });
    return { othersRemain: livingUsers(folder) > 0 };
  };
}

/** Files of processes that were killed are swept away here, so a kill -9 never keeps a server alive for ever. */
function livingUsers(folder: string): number {
  let living = 0;
  for (const name of readdirSync(folder)) {
    if (stillRuns(readFileSync(join(folder, name), 'utf8'))) living += 1;
    else rmSync(join(folder, name), { force: true });
  }
  return living;
}
