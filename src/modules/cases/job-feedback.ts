import { z } from 'zod';
import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { acceptJob } from './accept-job.ts';
import { completeJob } from './complete-job.ts';
import { noteJob } from './note-job.ts';
import { ATTEMPT_MEANS, NOT_DONE_REASONS, reportJobNotDone } from './report-job-not-done.ts';
import { returnJob } from './return-job.ts';

const common = {
  /** The crew system's own id of this report: the same one again changes nothing. */
  sourceId: z.string().min(1).max(200),
  note: z.string().max(2_000).default(''),
  fileIds: z.array(z.uuid()).max(10).default([]),
};

/** What a crew's system says of a job, by API or by file. */
export const jobFeedbackSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accepted'), ...common }),
  z.strictObject({ kind: z.literal('returned'), ...common }),
  z.strictObject({ kind: z.literal('note'), ...common }),
  z.strictObject({ kind: z.literal('done'), at: z.iso.datetime({ offset: true }).optional(), ...common }),
  z.strictObject({
    kind: z.literal('not-done'),
    at: z.iso.datetime({ offset: true }).optional(),
    reason: z.enum(NOT_DONE_REASONS),
    /** By what means somebody tried. */
    means: z.enum(ATTEMPT_MEANS).default('visit'),
    /** Nobody will try again. */
    final: z.boolean().default(false),
    ...common,
  }),
]);
export type JobFeedback = z.output<typeof jobFeedbackSchema>;

type FeedbackResult = { ok: true } | { ok: false; refusal: keyof typeof JOB_FEEDBACK_MESSAGES };

/** Do what the report says. Each act asks its own policy and keeps the source id, so that it counts once. */
export async function takeJobFeedback(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { jobId, ...feedback }: JobFeedback & { jobId: string },
): Promise<FeedbackResult> {
  const { sourceId, note, fileIds } = feedback;
  const about = { jobId, sourceId };
  switch (feedback.kind) {
    case 'accepted':
      return acceptJob(tx, clock, actor, about);
    case 'returned':
      return returnJob(tx, clock, actor, { ...about, reason: note });
    case 'note':
      return noteJob(tx, clock, actor, { ...about, note, fileIds });
    case 'done': {
      const at = feedback.at === undefined ? {} : { doneAt: new Date(feedback.at) };
      return completeJob(tx, clock, actor, { ...about, note, fileIds, ...at });
    }
    case 'not-done': {
      const at = feedback.at === undefined ? {} : { at: new Date(feedback.at) };
      const { reason, means, final: isFinal } = feedback;
      return reportJobNotDone(tx, clock, actor, { ...about, note, fileIds, reason, means, isFinal, ...at });
    }
  }
}

export const JOB_FEEDBACK_MESSAGES = {
  'not-found': 'There is no such job.',
  'not-allowed': 'This program may not report on jobs.',
  'not-open': 'This job has ended.',
  'no-reason': 'Say why, in note.',
  'nothing-said': 'Give a note or a photo.',
  'note-needed': 'Say what was done, in note: this job asks for it.',
  'photo-needed': 'Show what was done, by a photo in fileIds: this job asks for it.',
  'unknown-file': 'One of fileIds is not a file that was sent here.',
  'time-not-possible': 'It cannot have been done before it was reported, or in the future: check at.',
} as const;
