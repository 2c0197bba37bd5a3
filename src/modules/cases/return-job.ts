import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { lockJob } from './find-job.ts';
import { mayDoJob } from './job-policy.ts';
import { isJobActKnown, recordJob } from './record-job.ts';

interface ReturnJob {
  jobId: string;
  /** Why it cannot be done as it stands: 1 to 2,000 characters, for staff. */
  reason: string;
  sourceId?: string;
}

export type ReturnJobRefusal = 'not-found' | 'not-allowed' | 'not-open' | 'no-reason';
export type ReturnJobResult = { ok: true } | { ok: false; refusal: ReturnJobRefusal };

/** Send a job back to the owner of its case. It stays open, and its promise runs, until somebody reassigns it. */
export async function returnJob(tx: Tx, clock: Clock, actor: Actor, command: ReturnJob): Promise<ReturnJobResult> {
  const found = await lockJob(tx, actor.councilId, command.jobId);
  if (!found) return { ok: false, refusal: 'not-found' };
  if (!mayDoJob(actor, found.job)) return { ok: false, refusal: 'not-allowed' };
  if (await isJobActKnown(tx, actor.councilId, found.job.id, command.sourceId)) return { ok: true };
  if (found.job.ended_at) return { ok: false, refusal: 'not-open' };
  const reason = command.reason.trim();
  if (reason === '') return { ok: false, refusal: 'no-reason' };
  await recordJob(tx, clock, actor, {
    ...found,
    event: 'job.returned',
    state: 'returned',
    changes: { state: 'returned' },
    note: reason,
    text: `${found.job.title}: sent back. ${reason}`,
    audience: 'staff',
    sourceId: command.sourceId,
  });
  return { ok: true };
}
