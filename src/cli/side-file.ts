import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

export interface SideFile {
  path: string;
  stream: Writable;
  /** Wait until it is on the disk; one that would say nothing is taken away. */
  close(refused: number): Promise<void>;
}

/** The file beside an import that holds the rows which could not be taken. It may hold personal data: its owner alone reads it. */
export function openSideFile(path: string): SideFile {
  const stream = createWriteStream(path, { mode: 0o600 });
  return {
    path,
    stream,
    async close(refused) {
      stream.end();
      await finished(stream);
      if (refused === 0) await rm(path, { force: true });
    },
  };
}
