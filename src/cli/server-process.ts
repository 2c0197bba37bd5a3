import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { z } from 'zod';

export interface ServerProcess {
  port: number;
  /** Resident memory of the server process, in MB of 1,000,000 bytes. */
  rssMb(): number;
  stop(): Promise<void>;
}

interface ServerOptions {
  databaseUrl: string;
  dataDir: string;
  /** As `ROLES` takes them: "web" for the doors alone, "web,worker" to have messages sent too. */
  roles: string;
}

/** Start Frontdoor as anybody would, on a free port and the given database. */
export async function startServerProcess({ databaseUrl, dataDir, roles }: ServerOptions): Promise<ServerProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, startArguments(), {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      ROLES: roles,
      DEMO: '1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  await untilReady(child);
  return {
    port,
    rssMb: () => rssOf(child.pid ?? 0),
    stop: async () => {
      child.kill('SIGTERM');
      const stubborn = setTimeout(() => child.kill('SIGKILL'), LONGEST_STOP_MS);
      const [, signal] = (await gone) as [number | null, NodeJS.Signals | null];
      clearTimeout(stubborn);
      if (signal === 'SIGKILL') throw new Error('the server did not stop when it was asked to');
    },
  };
}

/** The first start plays five weeks of a council's life: half a minute, or a few on a crowded machine. */
const LONGEST_START_MS = 5 * 60_000;
const LONGEST_STOP_MS = 60_000;

/** What `npm start` gives to Node, so that what is measured is what runs. */
function startArguments(): string[] {
  const { scripts } = z
    .object({ scripts: z.object({ start: z.string() }) })
    .parse(JSON.parse(readFileSync('package.json', 'utf8')));
  const [, given = ''] = /node (.*)$/.exec(scripts.start) ?? [];
  return given.split(' ');
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => child.kill('SIGKILL'), LONGEST_START_MS);
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (!said.includes('is ready')) return;
      clearTimeout(late);
      resolve();
    });
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`the server ended with ${code ?? 'a signal'} before it was ready`));
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}

function rssOf(pid: number): number {
  try {
    const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Math.round((Number(line?.[1] ?? 0) * 1_024) / 1_000_000);
  } catch {
    // Not Linux: the figure is left at 0 rather than guessed.
    return 0;
  }
}
