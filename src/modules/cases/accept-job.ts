import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { lockJob } from './find-job.ts';
import { mayRecordForJob } from './job-policy.ts';
import { isJobActKnown, recordJob } from './record-job.ts';

interface AcceptJob {
  jobId: string;
  /** Who took it, where an adviser handed it over on the telephone and writes it down for them. */
  takenBy?: string;
  sourceId?: string;
}

type JobRefusal = 'not-found' | 'not-allowed' | 'not-open';
export type AcceptJobResult = { ok: true } | { ok: false; refusal: JobRefusal };

/** Say that the job is taken on. Accepting again changes nothing. */
export async function acceptJob(tx: Tx, clock: Clock, actor: Actor, command: AcceptJob): Promise<AcceptJobResult> {
  const found = await lockJob(tx, actor.councilId, command.jobId);
  if (!found) return { ok: false, refusal: 'not-found' };
  if (!mayRecordForJob(actor, found.job)) return { ok: false, refusal: 'not-allowed' };
  if (await isJobActKnown(tx, actor.councilId, found.job.id, command.sourceId)) return { ok: true };
  if (found.job.ended_at) return { ok: false, refusal: 'not-open' };
  if (found.job.state === 'accepted') return { ok: true };
  const takenBy = command.takenBy?.trim();
  await recordJob(tx, clock, actor, {
    ...found,
    event: 'job.accepted',
    state: 'accepted',
    changes: { state: 'accepted' },
    note: takenBy ? `Handed over live to ${takenBy}.` : null,
    text: `${found.job.title}: taken on.`,
    audience: 'customer',
    data: { takenBy: takenBy ?? null },
    sourceId: command.sourceId,
  });
  return { ok: true };
}
