import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { lockJob } from './find-job.ts';
import { mayRecordForJob } from './job-policy.ts';
import { areKnownFiles } from './known-files.ts';
import { isJobActKnown, recordJob } from './record-job.ts';

interface NoteJob {
  jobId: string;
  /** For staff: up to 2,000 characters. */
  note: string;
  fileIds?: readonly string[];
  sourceId?: string;
}

export type NoteJobRefusal = 'not-found' | 'not-allowed' | 'nothing-said' | 'unknown-file';
export type NoteJobResult = { ok: true } | { ok: false; refusal: NoteJobRefusal };

/** Add a note or photos to a job, open or ended. */
export async function noteJob(tx: Tx, clock: Clock, actor: Actor, command: NoteJob): Promise<NoteJobResult> {
  const { jobId, fileIds = [], sourceId } = command;
  const found = await lockJob(tx, actor.councilId, jobId);
  if (!found) return { ok: false, refusal: 'not-found' };
  if (!mayRecordForJob(actor, found.job)) return { ok: false, refusal: 'not-allowed' };
  if (await isJobActKnown(tx, actor.councilId, found.job.id, sourceId)) return { ok: true };
  const note = command.note.trim();
  if (note === '' && fileIds.length === 0) return { ok: false, refusal: 'nothing-said' };
  if (!(await areKnownFiles(tx, actor.councilId, fileIds))) return { ok: false, refusal: 'unknown-file' };
  await recordJob(tx, clock, actor, {
    ...found,
    event: 'job.noted',
    state: found.job.state,
    note,
    text: note === '' ? `${found.job.title}: photo added.` : `${found.job.title}: ${note}`,
    audience: 'staff',
    data: { fileIds },
    sourceId,
  });
  return { ok: true };
}
