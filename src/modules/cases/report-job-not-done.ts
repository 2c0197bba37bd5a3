import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { type FoundJob, lockJob } from './find-job.ts';
import { mayDoJob } from './job-policy.ts';
import { areKnownFiles } from './known-files.ts';
import { isJobActKnown, recordJob } from './record-job.ts';

/** Why a job was not done, in the terms that crews use. */
export const NOT_DONE_REASONS = [
  'no-access',
  'not-found',
  'not-safe',
  'not-presented',
  'contaminated',
  'below-level',
  'not-ours',
  'other',
] as const;
export type NotDoneReason = (typeof NOT_DONE_REASONS)[number];

/** By what means somebody tried: attempts count as different only by different means. */
export const ATTEMPT_MEANS = ['visit', 'phone', 'text', 'email', 'letter', 'card'] as const;
export type AttemptMeans = (typeof ATTEMPT_MEANS)[number];

interface ReportJobNotDone {
  jobId: string;
  reason: NotDoneReason;
  note: string;
  means?: AttemptMeans;
  at?: Date;
  fileIds?: readonly string[];
  /** Nobody will try again: the job ends as not done. Otherwise it stays open for the next attempt. */
  isFinal: boolean;
  sourceId?: string;
}

export type ReportJobNotDoneRefusal =
  | 'not-found'
  | 'not-allowed'
  | 'not-open'
  | 'no-reason'
  | 'unknown-file'
  | 'time-not-possible';
export type ReportJobNotDoneResult = { ok: true } | { ok: false; refusal: ReportJobNotDoneRefusal };

/** Log an attempt that failed, or the end of trying. The promise runs on either way: not doing it keeps nothing. */
export async function reportJobNotDone(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  command: ReportJobNotDone,
): Promise<ReportJobNotDoneResult> {
  const found = await lockJob(tx, actor.councilId, command.jobId);
  if (!found) return { ok: false, refusal: 'not-found' };
  if (!mayDoJob(actor, found.job)) return { ok: false, refusal: 'not-allowed' };
  const { reason, means = 'visit', note, fileIds = [], at = clock.now(), isFinal, sourceId } = command;
  if (await isJobActKnown(tx, actor.councilId, found.job.id, sourceId)) return { ok: true };
  const refusal = await refusalOf(tx, clock, found, { ...command, fileIds, at });
  if (refusal) return { ok: false, refusal };
  await recordJob(tx, clock, actor, {
    ...found,
    event: 'job.not-done',
    state: 'not-done',
    changes: isFinal ? { state: 'not-done', ended_at: at, finding: reason } : {},
    note: note.trim(),
    text: `${found.job.title}: ${NOT_DONE_WORDS[reason]}`,
    audience: 'customer',
    data: { fileIds, isFinal, attempt: { reason, means } },
    at,
    sourceId,
  });
  return { ok: true };
}

type Report = ReportJobNotDone & Required<Pick<ReportJobNotDone, 'fileIds' | 'at'>>;

async function refusalOf(
  tx: Tx,
  clock: Clock,
  { job, itsCase }: FoundJob,
  { reason, note, fileIds, at }: Report,
): Promise<ReportJobNotDoneRefusal | null> {
  if (job.ended_at) return 'not-open';
  if (reason === 'other' && note.trim() === '') return 'no-reason';
  if (at > clock.now() || at < itsCase.opened_at) return 'time-not-possible';
  return (await areKnownFiles(tx, job.council_id, fileIds)) ? null : 'unknown-file';
}

const NOT_DONE_WORDS: Readonly<Record<NotDoneReason, string>> = {
  'no-access': 'we could not get in.',
  'not-found': 'we could not find it.',
  'not-safe': 'it was not safe to do.',
  'not-presented': 'it was not out.',
  contaminated: 'there were wrong things in it.',
  'below-level': 'it is below the level at which we act.',
  'not-ours': 'it is not ours to do.',
  other: 'we could not do it.',
};
