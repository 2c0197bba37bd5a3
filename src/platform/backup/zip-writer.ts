import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { dataDescriptor, directoryRecord, localHeader, tail, type ZipEntry } from './zip-format.ts';

export interface ZipWriter {
  /** Add one file from a stream, in bounded memory. @returns its SHA-256 and its size in bytes before packing. */
  add(name: string, source: Readable): Promise<{ sha256: string; size: number }>;
  /** Write the directory and make sure that everything is on the disk. */
  finish(): Promise<void>;
  /** Let go of a file that will not be finished. */
  abandon(): Promise<void>;
}

/** Begin a zip archive that any tool can open. The file must not be there yet; only its owner may read it. */
export async function createZip(path: string): Promise<ZipWriter> {
  const file = await open(path, 'wx', 0o600);
  const entries: ZipEntry[] = [];
  let at = 0;
  const write = async (bytes: Buffer): Promise<void> => {
    await writeWhole(file, bytes);
    at += bytes.length;
  };
  return {
    add: async (name, source) => {
      const entry = { name, crc: 0, packed: 0, size: 0, offset: at };
      await write(localHeader(name));
      const sha256 = await pack(source, entry, write);
      await write(dataDescriptor(entry));
      entries.push(entry);
      return { sha256, size: entry.size };
    },
    finish: async () => {
      const directoryAt = at;
      for (const entry of entries) await write(directoryRecord(entry));
      await write(tail(entries.length, directoryAt, at - directoryAt));
      await file.sync();
      await file.close();
    },
    abandon: () => file.close(),
  };
}

async function pack(source: Readable, entry: ZipEntry, write: (bytes: Buffer) => Promise<void>): Promise<string> {
  const hash = createHash('sha256');
  const measure = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      entry.crc = crc32(chunk, entry.crc);
      entry.size += chunk.length;
      yield chunk;
    }
  };
  const collect = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of chunks) {
      entry.packed += chunk.length;
      await write(chunk);
    }
  };
  await pipeline(source, measure, createDeflateRaw({ level: 4 }), collect);
  return hash.digest('hex');
}

/** One call may write less than it was given, for instance when the disk is nearly full. */
async function writeWhole(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let done = 0; done < bytes.length; ) done += (await file.write(bytes, done)).bytesWritten;
}
