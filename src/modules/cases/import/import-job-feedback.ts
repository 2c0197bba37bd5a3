import type { Readable, Writable } from 'node:stream';
import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import { type Db, inCouncil, type Tx } from '#platform/db';
import { findCase } from '../find-case.ts';
import { JOB_FEEDBACK_MESSAGES, takeJobFeedback } from '../job-feedback.ts';
import { mayReportOnAnyJob } from '../job-policy.ts';
import { isJobActKnown } from '../record-job.ts';
import { BrokenCsvError, type CsvRow, csvRows } from './csv-rows.ts';
import type { ImportedCounts } from './import-run.ts';
import { type FeedbackRow, NEEDED_COLUMNS, readFeedbackRow } from './read-feedback-row.ts';
import { refusedHeader, refusedRow } from './refused-row.ts';

interface JobFeedbackImport {
  /** CSV in UTF-8 with a header: SOURCE_ID, JOB, KIND; and AT, NOTE, REASON, MEANS, FINAL, PHOTOS where they are known. */
  file: Readable;
  /** CSV of the rows that were not taken: line, reason, then the row as it came, so that it can be mended and sent again. */
  sideFile: Writable;
  /** The council's time zone, for times without an offset. */
  zone: string;
  onProgress?: (counts: ImportedCounts) => void;
}

type Refusal = 'not-allowed' | 'columns-missing' | 'broken-file';
export type ImportJobFeedbackResult =
  | ({ ok: true } & ImportedCounts)
  | ({ ok: false; refusal: Refusal; message: string } & ImportedCounts);

/**
 * Take a crew system's file of what became of jobs, from a file of any length, in the file's order. A report is told by
 * its job and source id and counts once, whether it came by file or by API: the same file may come again, and one that
 * was broken off goes on where it was. Rows that cannot be taken go to the side file with their reason.
 *
 * @see docs/how-to/import-job-feedback.md
 */
export async function importJobFeedback(
  db: Db,
  clock: Clock,
  actor: Actor,
  command: JobFeedbackImport,
): Promise<ImportJobFeedbackResult> {
  const counts: ImportedCounts = { read: 0, taken: 0, known: 0, refused: 0 };
  const refuse = (refusal: Refusal, message: string) => ({ ok: false, refusal, message, ...counts }) as const;
  if (!mayReportOnAnyJob(actor)) return refuse('not-allowed', 'You may not report on the jobs of every team.');
  const taking: Taking = { db, clock, actor, ...command, counts, header: [] };
  try {
    for await (const rows of csvRows(command.file)) {
      const missing = await takeRows(taking, rows);
      if (missing !== null) return refuse('columns-missing', missing);
    }
  } catch (error) {
    if (!(error instanceof BrokenCsvError)) throw error;
    const goOn = `The ${counts.read} rows before it are done. Mend the line and run the same command again.`;
    return refuse('broken-file', `${error.message} ${goOn}`);
  }
  return taking.header.length > 0 ? { ok: true, ...counts } : refuse('columns-missing', 'The file is empty.');
}

interface Taking extends JobFeedbackImport {
  db: Db;
  clock: Clock;
  actor: Actor;
  counts: ImportedCounts;
  header: string[];
}

/** Take what was read so far, the header first. Returns what is wrong with the header, or null. */
async function takeRows(taking: Taking, rows: readonly CsvRow[]): Promise<string | null> {
  const rest = [...rows];
  if (taking.header.length === 0) {
    taking.header = (rest.shift()?.values ?? []).map((name) => name.trim().toUpperCase());
    const missing = NEEDED_COLUMNS.filter((name) => !taking.header.includes(name));
    if (missing.length > 0) return `The file has no ${missing.join(', ')}. It has ${taking.header.join(', ')}.`;
    taking.sideFile.write(refusedHeader(taking.header));
  }
  for (const row of rest) {
    // One transaction a row: each locks its case, and somebody at the desk may be waiting for another of them.
    settle(taking, row, await inCouncil(taking.db, taking.actor.councilId, (tx) => outcomeOf(tx, taking, row)));
  }
  taking.onProgress?.({ ...taking.counts });
  return null;
}

function settle({ counts, sideFile }: Taking, row: CsvRow, outcome: string): void {
  counts.read += 1;
  if (outcome === 'taken' || outcome === 'known') {
    counts[outcome] += 1;
    return;
  }
  counts.refused += 1;
  sideFile.write(refusedRow(row, outcome));
}

/** `taken`, `known`, or why not. */
async function outcomeOf(tx: Tx, { clock, actor, zone, header }: Taking, row: CsvRow): Promise<string> {
  if (row.values.length !== header.length)
    return `It has ${row.values.length} fields where the header has ${header.length}`;
  const cells = new Map(header.map((name, index) => [name, row.values[index] ?? '']));
  const read = readFeedbackRow(cells, zone);
  if (!read.ok) return read.reason;
  const jobId = await idOf(tx, actor.councilId, read.job);
  if (jobId === null) return 'There is no such job';
  if (await isJobActKnown(tx, actor.councilId, jobId, read.feedback.sourceId)) return 'known';
  const result = await takeJobFeedback(tx, clock, actor, { ...read.feedback, jobId });
  return result.ok ? 'taken' : (IN_A_FILE[result.refusal] ?? JOB_FEEDBACK_MESSAGES[result.refusal]);
}

async function idOf(tx: Tx, councilId: string, job: FeedbackRow['job']): Promise<string | null> {
  if ('id' in job) return job.id;
  const itsCase = await findCase(tx, councilId, job.reference);
  if (!itsCase) return null;
  const found = await tx
    .selectFrom('jobs')
    .select('id')
    .where('council_id', '=', councilId)
    .where('case_id', '=', itsCase.id)
    .where('number', '=', job.number)
    .executeTakeFirst();
  return found?.id ?? null;
}

/** The words of the API where a column has another name than the field. */
const IN_A_FILE: Readonly<Record<string, string>> = {
  'no-reason': 'Say why, in NOTE',
  'note-needed': 'Say what was done, in NOTE: this job asks for it',
  'photo-needed':
    'Show what was done: this job asks for a photo. Send it to POST /api/v1/photos and give its id in PHOTOS',
  'unknown-file': 'One of PHOTOS is not a file that was sent here',
};
