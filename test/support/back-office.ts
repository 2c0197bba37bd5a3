import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { atEndOfFile } from './endings.ts';
import { SECRET } from './hand-overs.ts';

export interface Office {
  url: string;
  stop: () => Promise<void>;
}

interface Start {
  /** Where it keeps what it has. */
  file: string;
  /** To answer Frontdoor with. */
  token: string;
  /** A free one when left out. */
  port?: string;
}

/** The program of examples/back-office as a process of its own. Ends with the test file. */
export async function startOffice({ file, token, port = '0' }: Start): Promise<Office> {
  const child = spawn(process.execPath, ['examples/back-office/main.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: port,
      BACK_OFFICE_SECRET: SECRET,
      BACK_OFFICE_FILE: file,
      FRONTDOOR_TOKEN: token,
    },
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  atEndOfFile(stop);
  return { url: await addressOf(child), stop };
}

async function addressOf(child: ChildProcess): Promise<string> {
  let written = '';
  for await (const piece of child.stdout ?? []) {
    written += String(piece);
    const [, url] = /ready at (\S+)/.exec(written) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error(`the back office did not start: ${written}`);
}
