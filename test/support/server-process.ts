import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEndOfFile } from './endings.ts';

export interface ServerProcess {
  url: string;
  /** What it wrote to its log so far. */
  log: () => string;
  isAlive: () => boolean;
  /** As `kill -9` does; answers when it is gone. */
  kill: () => Promise<void>;
}

/** What the process is started with beside its port and folder. */
export interface Environment {
  DATABASE_URL: string;
  SECRET: string;
  ROLES?: string;
  SMTP_URL?: string;
  MAIL_FROM?: string;
  PORT?: string;
  HANDOVER_BACK_OFFICE_URL?: string;
  HANDOVER_BACK_OFFICE_SECRET?: string;
  HANDOVER_NETWORKS?: string;
}

/**
 * Start the built Frontdoor as an operator does: a process of its own, on a free port. Answers when it does; ends with
 * the file. The build is what these sources make (`database-server.ts` sees to it).
 */
export async function startServerProcess(environment: Environment): Promise<ServerProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'frontdoor-process-'));
  const port = environment.PORT ?? String(await freePort());
  const child = spawn(process.execPath, ['dist/main.js'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: port,
      DEMO: '0',
      DEFAULT_COUNCIL: 'estuary',
      TRUST_PROXY: '1',
      ...environment,
    },
  });
  const gone = once(child, 'exit');
  const kill = async (): Promise<void> => {
    if (isAlive(child)) child.kill('SIGKILL');
    await gone;
  };
  atEndOfFile(async () => {
    await kill();
    await rm(dataDir, { recursive: true, force: true });
  });
  const log = await untilReady(child);
  return { url: `http://127.0.0.1:${port}`, log, isAlive: () => isAlive(child), kill };
}

const isAlive = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

async function untilReady(child: ChildProcess): Promise<() => string> {
  let written = '';
  await new Promise<void>((resolve, reject) => {
    const take = (piece: Buffer): void => {
      written += piece.toString();
      if (written.includes('Frontdoor is ')) resolve();
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('exit', () => {
      reject(new Error(`the server did not start: ${written}`));
    });
  });
  return () => written;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
