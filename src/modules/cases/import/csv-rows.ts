import type { Readable } from 'node:stream';
import { CsvError, type Parser, parse } from 'csv-parse';

export interface CsvRow {
  /** Where the row begins; the header is line 1. */
  line: number;
  values: string[];
}

/** The file cannot be read past this line; `reason` says what is wrong there, as a sentence for whoever mends it. */
export class BrokenCsvError extends Error {
  readonly line: number;

  constructor(line: number, reason: string) {
    super(reason);
    this.line = line;
  }
}

/** A row longer than this, in characters, is a quote that was never closed: it would swallow the file. */
const LONGEST_ROW = 200_000;

/**
 * The rows of a CSV file (RFC 4180), a chunk's worth at a time, never the whole file. Every row before a broken quote
 * is given before the error is thrown, so that nothing that was read is lost.
 *
 * @throws BrokenCsvError
 */
export async function* csvRows(file: Readable): AsyncGenerator<CsvRow[]> {
  const rows: CsvRow[] = [];
  let readTo = 0;
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
    // Taken here and not by reading from the parser: a stream that fails drops what it had ready.
    on_record: (values: string[], { lines }) => {
      rows.push({ line: lines - newlines(values), values });
      readTo = lines;
      return null;
    },
  });
  parser.resume();
  let failure: unknown;
  parser.on('error', (error) => {
    failure ??= error;
  });
  for await (const chunk of file) {
    await step(parser, chunk as Buffer).catch((error: unknown) => {
      failure ??= error;
    });
    if (rows.length > 0) yield rows.splice(0);
    if (failure !== undefined) throw brokenAt(failure, readTo + 1);
  }
  await step(parser, null).catch((error: unknown) => {
    failure ??= error;
  });
  if (rows.length > 0) yield rows.splice(0);
  if (failure !== undefined) throw brokenAt(failure, readTo + 1);
}

function step(parser: Parser, chunk: Buffer | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (error?: Error | null) => {
      if (error) reject(error);
      else resolve();
    };
    if (chunk === null) parser.end(done);
    else parser.write(chunk, done);
  });
}

function brokenAt(error: unknown, line: number): unknown {
  if (!(error instanceof CsvError)) return error;
  return new BrokenCsvError(line, `Line ${line}: a quotation mark is opened or closed in the wrong place.`);
}

function newlines(values: readonly string[]): number {
  return values.reduce((count, value) => count + value.split('\n').length - 1, 0);
}
