import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { spawnOptions } from './account.ts';
import type { Place } from './place.ts';
import { disownNote, lastPort, runningPostmaster, untilReady } from './postmaster.ts';
import { asArguments, DEFAULTS, type Settings } from './settings.ts';

const LOG_LIMIT_BYTES = 10_000_000;
const ATTEMPTS = 5;

/**
 * Attach to the server that runs on this cluster, or start one. Call it under the folder's lock.
 *
 * @returns the port on 127.0.0.1, and whether the server was running before.
 * @throws with the end of the server's own log when it will not start.
 */
export async function ensureServer(
  place: Place,
  binaries: () => Promise<string>,
  settings: Settings,
): Promise<{ port: number; attached: boolean }> {
  const cluster = join(place.folder, 'cluster');
  const running = await settled(cluster);
  if (running) return { port: running.port, attached: true };
  disownNote(cluster);
  const program = join(await binaries(), 'bin', 'postgres');
  // The port of last time first: processes that lost the server find it again.
  let port = lastPort(cluster);
  for (let attempt = 1; ; attempt += 1) {
    port = await freePort(port);
    const refused = await launch(place, program, { ...DEFAULTS, ...settings, port });
    if (refused === undefined) return { port, attached: false };
    if (attempt === ATTEMPTS || !refused.includes('could not bind'))
      throw new Error(`PostgreSQL did not start. ${refused}`);
    port = 0;
  }
}

/** A server that is starting or stopping is waited for. */
async function settled(cluster: string): Promise<{ port: number } | undefined> {
  for (;;) {
    const running = runningPostmaster(cluster);
    if (!running || running.status === 'ready') return running;
    await pause(50);
  }
}

/** Start the server in a session of its own, so that Ctrl-C in the terminal reaches Frontdoor alone. */
async function launch(place: Place, program: string, settings: Settings): Promise<string | undefined> {
  const cluster = join(place.folder, 'cluster');
  const log = openLog(join(place.folder, 'postgres.log'));
  const child = spawn(program, ['-D', cluster, ...asArguments(settings)], {
    ...spawnOptions(place.account),
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log.handle, log.handle],
  });
  closeSync(log.handle);
  const ended = untilEnded(child);
  child.unref();
  const ready =
    child.pid === undefined ? undefined : await untilReady(cluster, child.pid, () => ended.reason !== undefined);
  if (ready) return undefined;
  return `${ended.reason ?? ''} ${readFileSync(log.path, 'utf8').slice(log.from)}`.trim();
}

function untilEnded(child: ChildProcess): { reason: string | undefined } {
  const ended: { reason: string | undefined } = { reason: undefined };
  child.once('error', (error) => {
    ended.reason = error.message;
  });
  child.once('exit', (code, signal) => {
    ended.reason = `It ended with ${signal ?? `code ${code ?? '?'}`}.`;
  });
  return ended;
}

function openLog(path: string): { path: string; handle: number; from: number } {
  if (existsSync(path) && statSync(path).size > LOG_LIMIT_BYTES) renameSync(path, `${path}.1`);
  const handle = openSync(path, 'a', 0o600);
  return { path, handle, from: statSync(path).size };
}

/** @param wanted a port to try first; 0 for any. */
function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      if (wanted === 0) reject(error);
      else resolve(freePort(0));
    });
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}
