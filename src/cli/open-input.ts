import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { UsageError } from './command.ts';

export interface Input {
  /** What the file says, unpacked where its name ends in .gz. */
  stream: Readable;
  sha256: string;
  /** Bytes on the disk, and how many of them have been read. */
  bytes: number;
  read(): number;
}

/** Open a file to be taken in. Throws `UsageError` where it is not there. */
export async function openInput(path: string): Promise<Input> {
  const facts = await stat(path).catch(() => null);
  if (!facts?.isFile()) throw new UsageError(`There is no file "${path}".`);
  const file = createReadStream(path);
  return {
    stream: path.endsWith('.gz') ? unpacked(file) : file,
    sha256: await sha256Of(path),
    bytes: facts.size,
    read: () => file.bytesRead,
  };
}

function unpacked(file: Readable): Readable {
  const out = new PassThrough();
  // A broken archive must end the reading of it with its error, not leave it waiting.
  pipeline(file, createGunzip(), out).catch((error: unknown) => {
    out.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return out;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
