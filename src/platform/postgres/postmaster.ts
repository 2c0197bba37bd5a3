import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { programOf } from './process-mark.ts';

/** What a running server writes about itself in `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  port: number;
  status: string;
}

const POLL_MS = 20;

/** Read the server's own note, or undefined when it has none (it never ran, or it stopped cleanly). */
export function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(noteOf(cluster), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() };
  } catch {
    return undefined;
  }
}

/** The port of the server that ran here last, from the command line that it leaves behind; 0 when none ever did. */
export function lastPort(cluster: string): number {
  try {
    const [, port] = /"port=(\d+)"/.exec(readFileSync(join(cluster, 'postmaster.opts'), 'utf8')) ?? [];
    return Number(port ?? 0);
  } catch {
    return 0;
  }
}

/** The server that runs on this cluster. A note left by a dead one, or whose number another program has, counts as none. */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const found = readPostmaster(cluster);
  return found && programOf(found.pid)?.startsWith('postgres') ? found : undefined;
}

/**
 * Let PostgreSQL itself see that a left note is stale, even when its number now belongs to another of our programs:
 * it takes a note that names its own parent for stale, and still checks for shared memory in use.
 */
export function disownNote(cluster: string): void {
  const note = readPostmaster(cluster);
  if (!note || programOf(note.pid) === undefined) return;
  const text = readFileSync(noteOf(cluster), 'utf8');
  writeFileSync(noteOf(cluster), text.replace(/^\d+/, String(process.pid)));
}

/**
 * Wait until the server says "ready".
 *
 * @param gaveUp answers true once there is no use in waiting, for instance when the child has ended.
 */
export async function untilReady(cluster: string, pid: number, gaveUp: () => boolean): Promise<Postmaster | undefined> {
  for (;;) {
    const found = readPostmaster(cluster);
    if (found?.pid === pid && found.status === 'ready') return found;
    if (gaveUp()) return undefined;
    await pause(POLL_MS);
  }
}

/** Stop the server: current statements are ended and rolled back, everything committed is on disk. Answers once it has. */
export async function stopPostmaster(cluster: string, patienceMs = 60_000): Promise<void> {
  const running = runningPostmaster(cluster);
  if (!running) return;
  signal(running.pid, 'SIGINT');
  for (let waited = 0; runningPostmaster(cluster)?.pid === running.pid; waited += POLL_MS) {
    // Ending at once is safe too: the next start replays the log.
    if (waited === patienceMs) signal(running.pid, 'SIGQUIT');
    await pause(POLL_MS);
  }
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

const noteOf = (cluster: string): string => join(cluster, 'postmaster.pid');
