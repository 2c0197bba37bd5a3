import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { LOCAL_HEADER_BYTES, readRecord, readTail, TAIL_BYTES, type ZipEntry } from './zip-format.ts';

export interface ZipReader {
  entries: ReadonlyMap<string, ZipEntry>;
  /** The content of one file. The stream fails when it is not what was written. */
  read(entry: ZipEntry): Promise<Readable>;
  close(): Promise<void>;
}

/** Open an archive that `createZip` wrote. @throws when it is another file, or cut off. */
export async function openZip(path: string): Promise<ZipReader> {
  const file = await open(path, 'r');
  try {
    return {
      entries: await readEntries(file),
      read: (entry) => readEntry(file, path, entry),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function readEntries(file: FileHandle): Promise<Map<string, ZipEntry>> {
  const { size } = await file.stat();
  const tail = size < TAIL_BYTES ? undefined : readTail(await readAt(file, size - TAIL_BYTES, TAIL_BYTES));
  if (!tail) throw new Error('This is not a whole Frontdoor back-up: it is another kind of file, or it was cut off.');
  const directory = await readAt(file, tail.at, tail.bytes);
  const entries = new Map<string, ZipEntry>();
  for (let at = 0; at < directory.length; ) {
    const { entry, next } = readRecord(directory, at);
    entries.set(entry.name, entry);
    at = next;
  }
  return entries;
}

async function readEntry(file: FileHandle, path: string, entry: ZipEntry): Promise<Readable> {
  const header = await readAt(file, entry.offset, LOCAL_HEADER_BYTES);
  const start = entry.offset + LOCAL_HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = createReadStream(path, { start, end: start + entry.packed - 1 });
  const inflate = createInflateRaw();
  packed.once('error', (error) => inflate.destroy(error));
  return Readable.from(checked(packed.pipe(inflate), entry), { objectMode: false });
}

async function* checked(chunks: AsyncIterable<Buffer>, { name, crc, size }: ZipEntry): AsyncGenerator<Buffer> {
  let seen = 0;
  let sum = 0;
  for await (const chunk of chunks) {
    seen += chunk.length;
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (seen !== size || sum !== crc) throw new Error(`${name} in the back-up is damaged.`);
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}
