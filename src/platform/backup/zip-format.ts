/** One file in the archive. Sizes in bytes. */
export interface ZipEntry {
  name: string;
  crc: number;
  packed: number;
  size: number;
  /** Where its local header begins. */
  offset: number;
}

// Always the 64-bit form (PKWARE APPNOTE 6.3.10, 4.3 to 4.5), so that no size needs a second way of writing.
const VERSION = 45;
/** Sizes follow the data, since they are not known before it; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
const FIRST_OF_JANUARY_1980 = 0x21;
const IN_THE_EXTRA_FIELD = 0xffffffff;
const OWNER_ONLY = 0o100600 * 0x10000;

export const LOCAL_HEADER_BYTES = 30;
export const TAIL_BYTES = 56 + 20 + 22;

export function localHeader(name: string): Buffer {
  const header = Buffer.alloc(LOCAL_HEADER_BYTES);
  header.writeUInt32LE(0x04034b50, 0);
  writeMeans(header, 4);
  header.writeUInt32LE(IN_THE_EXTRA_FIELD, 18);
  header.writeUInt32LE(IN_THE_EXTRA_FIELD, 22);
  header.writeUInt16LE(Buffer.byteLength(name), 26);
  header.writeUInt16LE(20, 28);
  return Buffer.concat([header, Buffer.from(name), extraField([0, 0])]);
}

export function dataDescriptor({ crc, packed, size }: ZipEntry): Buffer {
  const descriptor = Buffer.alloc(24);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(crc, 4);
  descriptor.writeBigUInt64LE(BigInt(packed), 8);
  descriptor.writeBigUInt64LE(BigInt(size), 16);
  return descriptor;
}

export function directoryRecord({ name, crc, packed, size, offset }: ZipEntry): Buffer {
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE((3 << 8) | VERSION, 4);
  writeMeans(record, 6);
  record.writeUInt32LE(crc, 16);
  record.writeUInt32LE(IN_THE_EXTRA_FIELD, 20);
  record.writeUInt32LE(IN_THE_EXTRA_FIELD, 24);
  record.writeUInt16LE(Buffer.byteLength(name), 28);
  record.writeUInt16LE(28, 30);
  record.writeUInt32LE(OWNER_ONLY, 38);
  record.writeUInt32LE(IN_THE_EXTRA_FIELD, 42);
  return Buffer.concat([record, Buffer.from(name), extraField([size, packed, offset])]);
}

/** The three closing records: where the directory is, where that is said, and the old form that sends readers there. */
export function tail(count: number, directoryAt: number, directoryBytes: number): Buffer {
  const end = Buffer.alloc(TAIL_BYTES);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE((3 << 8) | VERSION, 12);
  end.writeUInt16LE(VERSION, 14);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(directoryBytes), 40);
  end.writeBigUInt64LE(BigInt(directoryAt), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(directoryAt + directoryBytes), 64);
  end.writeUInt32LE(1, 72);
  end.writeUInt32LE(0x06054b50, 76);
  end.fill(0xff, 84, 96);
  return end;
}

/** @returns where the directory is, or undefined when these are not the closing records of such an archive. */
export function readTail(end: Buffer): { count: number; at: number; bytes: number } | undefined {
  if (end.length !== TAIL_BYTES || end.readUInt32LE(0) !== 0x06064b50 || end.readUInt32LE(76) !== 0x06054b50)
    return undefined;
  const number = (offset: number): number => Number(end.readBigUInt64LE(offset));
  return { count: number(32), at: number(48), bytes: number(40) };
}

/** Read the record that begins at `at`, and where the next one begins. */
export function readRecord(directory: Buffer, at: number): { entry: ZipEntry; next: number } {
  if (directory.readUInt32LE(at) !== 0x02014b50) throw new Error('The directory of the archive is damaged.');
  const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
  const number = (offset: number): number => Number(directory.readBigUInt64LE(nameEnd + 4 + offset));
  const name = directory.toString('utf8', at + 46, nameEnd);
  const entry = { name, crc: directory.readUInt32LE(at + 16), size: number(0), packed: number(8), offset: number(16) };
  return { entry, next: nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32) };
}

function writeMeans(buffer: Buffer, at: number): void {
  buffer.writeUInt16LE(VERSION, at);
  buffer.writeUInt16LE(FLAGS, at + 2);
  buffer.writeUInt16LE(DEFLATED, at + 4);
  buffer.writeUInt16LE(FIRST_OF_JANUARY_1980, at + 8);
}

function extraField(numbers: number[]): Buffer {
  const field = Buffer.alloc(4 + numbers.length * 8);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(numbers.length * 8, 2);
  for (const [index, number] of numbers.entries()) field.writeBigUInt64LE(BigInt(number), 4 + index * 8);
  return field;
}
