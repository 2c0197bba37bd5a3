import type { Writable } from 'node:stream';
import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import { type Db, inCouncil } from '#platform/db';
import type { CsvRow } from './csv-rows.ts';
import { type ImportedCounts, keepProgress } from './import-run.ts';
import { insertImported, type Taken } from './insert-imported.ts';
import { type LocalTimeReader, localTimeReader } from './local-time.ts';
import type { ImportMapping } from './mapping-schema.ts';
import { type ImportedRequest, readImportRow } from './read-import-row.ts';
import { refusedHeader, refusedRow } from './refused-row.ts';

interface Given {
  db: Db;
  clock: Clock;
  actor: Actor;
  runId: string;
  mapping: ImportMapping;
  sideFile: Writable;
  onProgress?: (counts: ImportedCounts) => void;
}

/** How far the reading of one file has come. */
export interface Taking extends Given {
  readTime: LocalTimeReader;
  header: string[] | undefined;
  counts: ImportedCounts;
  batch: { row: CsvRow; request: ImportedRequest }[];
}

/** Rows of one transaction: enough to be quick, few enough to keep memory flat and to lose little when broken off. */
const BATCH = 500;

export function beginTaking(given: Given): Taking {
  const readTime = localTimeReader(given.mapping.dates);
  if (!readTime) throw new Error('a mapping that was checked has a pattern for its dates');
  return { ...given, readTime, header: undefined, counts: { read: 0, taken: 0, known: 0, refused: 0 }, batch: [] };
}

/** Take what was read so far, the header first. Returns what is wrong with the header, or null. */
export async function takeRows(taking: Taking, rows: readonly CsvRow[]): Promise<string | null> {
  for (const row of rows) {
    if (taking.header) await takeRow(taking, taking.header, row);
    else {
      taking.header = row.values.map((name) => name.trim());
      const missing = missingColumns(taking.mapping, taking.header);
      if (missing !== null) return missing;
      taking.sideFile.write(refusedHeader(taking.header));
    }
  }
  return null;
}

function missingColumns({ columns }: ImportMapping, header: readonly string[]): string | null {
  const { description, ...single } = columns;
  const wanted = [...Object.values(single), ...description].filter((name) => name !== undefined);
  const missing = wanted.filter((name) => !header.includes(name));
  if (missing.length === 0) return null;
  return `The mapping reads ${missing.join(', ')}, which the file does not have. It has ${header.join(', ')}.`;
}

async function takeRow(taking: Taking, header: readonly string[], row: CsvRow): Promise<void> {
  taking.counts.read += 1;
  if (row.values.length !== header.length) {
    refuse(taking, row, `It has ${row.values.length} fields where the header has ${header.length}`);
    return;
  }
  const cells = new Map(header.map((name, index) => [name, row.values[index] ?? '']));
  const read = readImportRow(cells, { mapping: taking.mapping, readTime: taking.readTime, now: taking.clock.now() });
  if (read.ok) taking.batch.push({ row, request: read.request });
  else refuse(taking, row, read.reason);
  if (taking.batch.length >= BATCH) await flush(taking);
}

/** Write the batch that is ready, with how far the run has come, in one transaction. */
export async function flush(taking: Taking): Promise<void> {
  const { db, clock, actor, runId, mapping, batch } = taking;
  taking.batch = [];
  const requests = batch.map(({ request }) => request);
  await inCouncil(db, actor.councilId, async (tx) => {
    const outcomes = await insertImported(tx, clock, actor, { source: mapping.source, requests });
    for (const [index, outcome] of outcomes.entries()) settle(taking, batch[index]?.row, outcome);
    await keepProgress(tx, clock, actor, { runId, counts: taking.counts });
  });
  taking.onProgress?.({ ...taking.counts });
}

function settle(taking: Taking, row: CsvRow | undefined, outcome: Taken): void {
  if (typeof outcome === 'string') taking.counts[outcome] += 1;
  else if (row) refuse(taking, row, outcome.reason);
}

function refuse({ counts, sideFile }: Taking, row: CsvRow, reason: string): void {
  counts.refused += 1;
  sideFile.write(refusedRow(row, reason));
}
