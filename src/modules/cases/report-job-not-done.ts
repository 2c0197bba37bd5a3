import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { lockJob } from './find-job.ts';
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

export type ReportJobNotDoneRefusal = 'not-found' | 'not-allowed' | 'not-open' | 'no-reason' | 'unknown-file';
export type ReportJobNotDoneResult = { ok: true } | { ok: false; refusal: ReportJobNotDoneRefusal };

/** Log an attempt that failed, or the end of trying. The promise runs on either way: not doing it keeps nothing. */
export async function reportJobNotDone(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  command: ReportJobNotDone,
): Promise<ReportJobNotDoneResult> {
  const { jobId, reason, means = 'visit', fileIds = [], isFinal, sourceId } = command;
  const found = await lockJob(tx, actor.councilId, jobId);
  if (!found) return { ok: false, refusal: 'not-found' };
  if (!mayDoJob(actor, found.job)) return { ok: false, refusal: 'not-allowed' };
  if (await isJobActKnown(tx, actor.councilId, found.job.id, sourceId)) return { ok: true };
  if (found.job.ended_at) return { ok: false, refusal: 'not-open' };
  const note = command.note.trim();
  if (reason === 'other' && note === '') return { ok: false, refusal: 'no-reason' };
  if (!(await areKnownFiles(tx, actor.councilId, fileIds))) return { ok: false, refusal: 'unknown-file' };
  const at = command.at ?? clock.now();
  await recordJob(tx, clock, actor, {
    ...found,
    event: 'job.not-done',
    state: 'not-done',
    changes: isFinal ? { state: 'not-done', ended_at: at, finding: reason } : {},
    note,
    text: `${found.job.title}: ${NOT_DONE_WORDS[reason]}`,
    audience: 'customer',
    data: { fileIds, isFinal, attempt: { reason, means } },
    at,
    sourceId,
  });
  return { ok: true };
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
