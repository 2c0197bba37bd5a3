import { z } from 'zod';
import { type JobFeedback, jobFeedbackSchema } from '../job-feedback.ts';
import { ATTEMPT_MEANS, NOT_DONE_REASONS } from '../report-job-not-done.ts';
import { localTimeReader } from './local-time.ts';

/** The columns that a crew system's file must have; AT, NOTE, REASON, MEANS, FINAL and PHOTOS where they are known. */
export const NEEDED_COLUMNS = ['SOURCE_ID', 'JOB', 'KIND'];

/** A job by its id, or as it stands on the sheet: `K7M3-QX9T/1`. */
type JobNamed = { id: string } | { reference: string; number: number };

export type FeedbackRow = { job: JobNamed; feedback: JobFeedback };
type ReadRow = ({ ok: true } & FeedbackRow) | { ok: false; reason: string };

const SHEET = /^([A-Za-z0-9 -]{8,20})\/(\d{1,4})$/;
const LOCAL_TIMES = ['yyyy-MM-dd HH:mm', 'yyyy-MM-dd HH:mm:ss', 'yyyy-MM-ddTHH:mm', 'yyyy-MM-ddTHH:mm:ss'].map(
  (pattern) => localTimeReader(pattern),
);

/** Turn a row into a job and what is said of it, or say what is wrong. @param zone of the council, for a time without an offset. */
export function readFeedbackRow(cells: ReadonlyMap<string, string>, zone: string): ReadRow {
  const given = (column: string) => cells.get(column)?.trim() || undefined;
  const job = jobNamed(given('JOB'));
  if (!job) return wrong('JOB must be the id of a job, or its sheet such as K7M3-QX9T/1');
  const typedAt = given('AT');
  const at = typedAt === undefined ? undefined : instant(typedAt, zone);
  if (at === null) return wrong('AT must be a time such as 2026-11-24T14:05:00Z or 2026-11-24 14:05');
  const final = yesOrNo(given('FINAL'));
  if (final === null) return wrong('FINAL must be yes or no');
  const word = (column: string) => given(column)?.toLowerCase().replaceAll(/[ _]+/g, '-');
  const isAttempt = word('KIND') === 'not-done';
  const read = jobFeedbackSchema.safeParse({
    kind: word('KIND'),
    sourceId: given('SOURCE_ID'),
    note: given('NOTE'),
    ...(at !== undefined && (isAttempt || word('KIND') === 'done') && { at: at.toISOString() }),
    ...(isAttempt && { reason: word('REASON'), means: word('MEANS'), final }),
    ...(given('PHOTOS') !== undefined && { fileIds: given('PHOTOS')?.split(/[\s;]+/) }),
  });
  return read.success ? { ok: true, job, feedback: read.data } : wrong(reasonOf(read.error));
}

function jobNamed(text = ''): JobNamed | null {
  if (z.uuid().safeParse(text).success) return { id: text.toLowerCase() };
  const [, reference, number] = SHEET.exec(text) ?? [];
  return reference === undefined ? null : { reference, number: Number(number) };
}

function instant(text: string, zone: string): Date | null {
  if (z.iso.datetime({ offset: true }).safeParse(text).success) return new Date(text);
  for (const read of LOCAL_TIMES) {
    const at = read?.(text, zone);
    if (at) return at;
  }
  return null;
}

function yesOrNo(text = 'no'): boolean | null {
  if (/^(y|yes|true|1)$/i.test(text)) return true;
  return /^(n|no|false|0)$/i.test(text) ? false : null;
}

const REASONS: Readonly<Record<string, string>> = {
  kind: 'KIND must be accepted, returned, note, done or not-done',
  sourceId: "SOURCE_ID must be your system's own id of this report, of up to 200 characters",
  note: 'NOTE may have up to 2,000 characters',
  reason: `REASON must be one of ${NOT_DONE_REASONS.join(', ')}`,
  means: `MEANS must be one of ${ATTEMPT_MEANS.join(', ')}`,
  fileIds: 'PHOTOS must be up to 10 ids that POST /api/v1/photos gave, with a space between them',
};

function reasonOf({ issues: [issue] }: z.ZodError): string {
  const field = String(issue?.path[0] ?? '');
  return REASONS[field] ?? `${field}: ${issue?.message ?? 'cannot be read'}`;
}

function wrong(reason: string): ReadRow {
  return { ok: false, reason };
}
