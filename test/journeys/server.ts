import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface JourneyServer {
  url: string;
  stop: () => Promise<void>;
}

const LONGEST_START_MS = 120_000;

/** A whole Frontdoor on a fresh database of its own, with the demonstration council, on a free port of this machine. */
export async function startServer(): Promise<JourneyServer> {
  const folder = mkdtempSync(join(tmpdir(), 'frontdoor-journeys-'));
  // Started by root, PostgreSQL runs under another account, which must be able to enter.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: folder, DATABASE_URL: '', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${String(port)}`;
  await ready(server, url);
  return {
    url,
    stop: async () => {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ready(server: ChildProcess, url: string): Promise<void> {
  const until = performance.now() + LONGEST_START_MS;
  while (performance.now() < until) {
    if (server.exitCode !== null) throw new Error('the server ended before it was ready');
    const well = await fetch(`${url}/healthz`).then(
      (reply) => reply.ok,
      () => false,
    );
    if (well) return;
    await new Promise((resume) => setTimeout(resume, 250));
  }
  server.kill('SIGKILL');
  throw new Error('the server was not ready in time');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
