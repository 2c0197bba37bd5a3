import type { Readable, Writable } from 'node:stream';
import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import { type Db, inCouncil } from '#platform/db';
import { BrokenCsvError, csvRows } from './csv-rows.ts';
import { mayImport } from './import-policy.ts';
import { finishRun, type ImportedCounts, startRun } from './import-run.ts';
import type { ImportMapping } from './mapping-schema.ts';
import { beginTaking, flush, type Taking, takeRows } from './take-rows.ts';

export interface RequestImport {
  /** CSV in UTF-8 with a header, not compressed any more. */
  file: Readable;
  /** CSV of the rows that were not taken: line, reason, then the row as it came, so that it can be mended and sent again. */
  sideFile: Writable;
  mapping: ImportMapping;
  /** Both in hexadecimal: what was taken in, and how. */
  fileSha256: string;
  mappingSha256: string;
  onProgress?: (counts: ImportedCounts) => void;
}

type ImportRefusal = 'not-allowed' | 'columns-missing' | 'broken-file';
export type ImportRequestsResult =
  | ({ ok: true } & ImportedCounts)
  | ({ ok: false; refusal: ImportRefusal; message: string } & ImportedCounts);

/**
 * Take the requests of another system from a file of any length. Each batch is a transaction of its own: broken off and
 * started again, it passes over what is in and goes on. Rows that cannot be taken go to the side file with their reason.
 *
 * @see docs/how-to/import-requests.md (source: contract, "Import")
 */
export async function importRequests(
  db: Db,
  clock: Clock,
  actor: Actor,
  command: RequestImport,
): Promise<ImportRequestsResult> {
  if (!mayImport(actor)) return refuse('not-allowed', 'You may not take in the requests of another system.');
  const { mapping, fileSha256, mappingSha256 } = command;
  const started = { source: mapping.source, fileSha256, mappingSha256 };
  const runId = await inCouncil(db, actor.councilId, (tx) => startRun(tx, clock, actor, started));
  const taking = beginTaking({ db, clock, actor, runId, ...command });
  const broken = await takeAll(taking, command.file);
  if (broken) return broken;
  await flush(taking);
  await inCouncil(db, actor.councilId, (tx) => finishRun(tx, clock, actor, { runId, counts: taking.counts }));
  return { ok: true, ...taking.counts };
}

async function takeAll(taking: Taking, file: Readable): Promise<ImportRequestsResult | undefined> {
  try {
    for await (const rows of csvRows(file)) {
      const missing = await takeRows(taking, rows);
      if (missing !== null) return refuse('columns-missing', missing);
    }
    return taking.header ? undefined : refuse('columns-missing', 'The file is empty.');
  } catch (error) {
    if (!(error instanceof BrokenCsvError)) throw error;
    await flush(taking);
    return refuse('broken-file', howToGoOn(error, taking.counts), taking.counts);
  }
}

function howToGoOn({ message }: BrokenCsvError, { read }: ImportedCounts): string {
  return `${message} The ${read} rows before it are kept. Mend the line and run the same command again: what is in is passed over.`;
}

const NOTHING: ImportedCounts = { read: 0, taken: 0, known: 0, refused: 0 };

function refuse(refusal: ImportRefusal, message: string, counts = NOTHING): ImportRequestsResult {
  return { ok: false, refusal, message, ...counts };
}
