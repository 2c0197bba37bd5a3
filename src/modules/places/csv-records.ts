import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

export interface CsvRecord {
  /** Where the record starts in the file; the header is line 1. */
  line: number;
  /** By column name, in upper case. */
  fields: Record<string, string | undefined>;
}

interface Unreadable {
  line: number;
  reason: string;
  raw: string;
}

/** A quoted field may run over so many lines; past it, the quote was never closed. */
const MOST_LINES = 20;
const MOST_RAW = 500;
const REASON = 'A quotation mark is opened or closed in the wrong place';

/**
 * The records of a CSV file (RFC 4180), one at a time and never all in memory. A byte-order mark, either kind of line
 * end, empty lines and short rows are taken. A record with a broken quote goes to `onUnreadable` and costs no other one:
 * a reader that runs on to the next quote would swallow the file.
 */
export async function* csvRecords(file: Readable, onUnreadable: (it: Unreadable) => void): AsyncGenerator<CsvRecord> {
  let columns: string[] | undefined;
  for await (const { line, raw } of rawRecords(file)) {
    const fields = splitFields(columns ? raw : raw.replace(/^\uFEFF/, ''));
    if (!fields) onUnreadable({ line, reason: REASON, raw: raw.slice(0, MOST_RAW) });
    else if (columns) yield { line, fields: named(columns, fields) };
    else columns = fields.map((name) => name.trim().toUpperCase());
  }
}

interface Raw {
  line: number;
  raw: string;
}

async function* rawRecords(file: Readable): AsyncGenerator<Raw> {
  let open: Raw[] = [];
  let line = 0;
  for await (const raw of createInterface({ input: file, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (open.length === 0 && raw.trim() === '') continue;
    open.push({ line, raw });
    const settled = settle(open, open.length < MOST_LINES);
    open = settled.open;
    yield* settled.records;
  }
  yield* settle(open, false).records;
}

/** Join lines while a quote is open; where it may wait no longer, the first line goes alone and the rest is tried again. */
function settle(open: Raw[], mayWait: boolean): { records: Raw[]; open: Raw[] } {
  const records: Raw[] = [];
  let rest = open;
  while (rest.length > 0) {
    const closed = rest.findIndex((_, index) => isClosed(rest.slice(0, index + 1)));
    if (closed === -1 && mayWait) break;
    const lines = rest.slice(0, Math.max(closed, 0) + 1);
    records.push({ line: lines[0]?.line ?? 0, raw: lines.map(({ raw }) => raw).join('\n') });
    rest = rest.slice(lines.length);
  }
  return { records, open: rest };
}

function isClosed(lines: readonly Raw[]): boolean {
  return lines.reduce((quotes, { raw }) => quotes + raw.split('"').length - 1, 0) % 2 === 0;
}

const FIELD = /("(?:[^"]|"")*"|[^",]*)(,|$)/y;

/** The fields of one record, or nothing where a quote stands in the wrong place. */
function splitFields(raw: string): string[] | undefined {
  if (!raw.includes('"')) return raw.split(',').map((field) => field.trim());
  const fields: string[] = [];
  FIELD.lastIndex = 0;
  for (;;) {
    const [, field = '', end] = FIELD.exec(raw) ?? [];
    if (end === undefined) return undefined;
    fields.push((field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field).trim());
    if (end === '') return fields;
  }
}

function named(columns: readonly string[], fields: readonly string[]): CsvRecord['fields'] {
  return Object.fromEntries(columns.map((column, index) => [column, fields[index]]));
}
