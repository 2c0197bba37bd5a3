import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { markOfProcess, stillRuns } from './process-mark.ts';

const RETRY_MS = 20;

/**
 * Do `work` while no other process does any under the same path. A holder that was killed holds nothing:
 * its lock is taken over. Works between processes of one machine, not between machines.
 */
export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const release = await acquire(path);
  try {
    return await work();
  } finally {
    release();
  }
}

async function acquire(path: string): Promise<() => void> {
  const token = `${markOfProcess(process.pid) ?? String(process.pid)}\n${randomUUID()}`;
  for (;;) {
    if (createWhole(path, token)) {
      return () => {
        rmSync(path, { force: true });
      };
    }
    const holder = readHolder(path);
    if (holder !== undefined && !stillRuns(holder.split('\n')[0] ?? '')) await removeLeftLock(path, holder);
    else await pause(RETRY_MS);
  }
}

/** A dead holder's lock is removed under a lock named for that holder, so that nobody removes its successor's. */
async function removeLeftLock(path: string, holder: string): Promise<void> {
  await withFileLock(`${path}.${holder.split('\n')[1] ?? 'left'}`, () => {
    if (readHolder(path) === holder) rmSync(path, { force: true });
    return Promise.resolve();
  });
}

/** A link appears with its content in one step; a file that is created and then written does not. */
function createWhole(path: string, content: string): boolean {
  const own = `${path}-${randomUUID()}`;
  writeFileSync(own, content, { mode: 0o600 });
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

function readHolder(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
