import { keepPromise } from '#modules/promises';
import type { Actor } from '#modules/staff';
import { systemActor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { blockers } from './blockers.ts';
import { caseService } from './case-service.ts';
import { endCase } from './end-case.ts';
import type { FoundJob } from './find-job.ts';
import { lockJob } from './find-job.ts';
import { mayDoJob } from './job-policy.ts';
import { areKnownFiles } from './known-files.ts';
import { notFixedUntil } from './not-fixed-until.ts';
import { publishCase } from './publish-case.ts';
import { isJobActKnown, recordJob } from './record-job.ts';

interface CompleteJob {
  jobId: string;
  /** What was done, for staff: up to 2,000 characters. */
  note: string;
  fileIds?: readonly string[];
  /** When it was done; now when left out. */
  doneAt?: Date;
  /** What was done in words for the customer; the job's title stands where nobody wrote any. */
  forCustomer?: string;
  /** What was found, where the job was an inspection: `below-level`, `repaired` … */
  finding?: string;
  sourceId?: string;
}

export type CompleteJobRefusal =
  | 'not-found'
  | 'not-allowed'
  | 'not-open'
  | 'note-needed'
  | 'photo-needed'
  | 'unknown-file'
  | 'time-not-possible';
export type CompleteJobResult = { ok: true; caseEnded: boolean } | { ok: false; refusal: CompleteJobRefusal };

/**
 * The work is done, with the evidence that its definition asks for: a note or a photo. The promise of the job is kept
 * or missed by the time it was done, provisionally while the customer can say "not fixed". When nothing else is left the
 * case is ready to end, and ends by itself where the service says so.
 *
 * @see docs/domain/cases.md#jobs (source: F-14, F-17, F-18)
 */
export async function completeJob(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  command: CompleteJob,
): Promise<CompleteJobResult> {
  const found = await lockJob(tx, actor.councilId, command.jobId);
  if (!found) return { ok: false, refusal: 'not-found' };
  if (!mayDoJob(actor, found.job)) return { ok: false, refusal: 'not-allowed' };
  if (await isJobActKnown(tx, actor.councilId, found.job.id, command.sourceId)) return { ok: true, caseEnded: false };
  const refusal = await refusalOf(tx, clock, found, command);
  if (refusal) return { ok: false, refusal };
  const doneAt = command.doneAt ?? clock.now();
  await recordDone(tx, clock, actor, { found, command, doneAt });
  await keepPromiseOf(tx, clock, actor, { found, doneAt });
  return { ok: true, caseEnded: await settle(tx, clock, actor, found) };
}

async function refusalOf(
  tx: Tx,
  clock: Clock,
  { job, itsCase }: FoundJob,
  { note, fileIds = [], doneAt }: CompleteJob,
): Promise<CompleteJobRefusal | null> {
  if (job.ended_at) return 'not-open';
  if (doneAt && (doneAt > clock.now() || doneAt < itsCase.opened_at)) return 'time-not-possible';
  if (!(await areKnownFiles(tx, job.council_id, fileIds))) return 'unknown-file';
  if (job.evidence === 'note' && note.trim() === '') return 'note-needed';
  if (job.evidence === 'photo' && fileIds.length === 0 && !(await hasPhoto(tx, job))) return 'photo-needed';
  return null;
}

async function hasPhoto(tx: Tx, { council_id, case_id, id }: FoundJob['job']): Promise<boolean> {
  const entries = await tx
    .selectFrom('case_entries')
    .select('data')
    .where('council_id', '=', council_id)
    .where('case_id', '=', case_id)
    .where('job_id', '=', id)
    .execute();
  return entries.some(({ data }) => isWithFiles(data) && data.fileIds.length > 0);
}

function isWithFiles(data: unknown): data is { fileIds: unknown[] } {
  return typeof data === 'object' && data !== null && 'fileIds' in data && Array.isArray(data.fileIds);
}

interface Done {
  found: FoundJob;
  command: CompleteJob;
  doneAt: Date;
}

async function recordDone(tx: Tx, clock: Clock, actor: Actor, { found, command, doneAt }: Done): Promise<void> {
  const forCustomer = command.forCustomer?.trim() ?? '';
  await recordJob(tx, clock, actor, {
    ...found,
    event: 'job.done',
    state: 'done',
    changes: { state: 'done', ended_at: doneAt, finding: command.finding ?? null },
    note: command.note.trim(),
    text: forCustomer === '' ? `${found.job.title}: done.` : forCustomer,
    audience: 'customer',
    data: { fileIds: command.fileIds ?? [], forCustomer: forCustomer === '' ? null : forCustomer },
    at: doneAt,
    sourceId: command.sourceId,
  });
}

/** Two jobs under one promise keep it together: the last of them. */
async function keepPromiseOf(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { found: { job, itsCase }, doneAt }: Pick<Done, 'found' | 'doneAt'>,
): Promise<void> {
  if (!job.promise_id) return;
  const others = await tx
    .selectFrom('jobs')
    .select('id')
    .where('council_id', '=', job.council_id)
    .where('case_id', '=', job.case_id)
    .where('promise_id', '=', job.promise_id)
    .where('id', '<>', job.id)
    .where('ended_at', 'is', null)
    .execute();
  if (others.length > 0) return;
  const provisionalUntil = await notFixedUntil(tx, itsCase, doneAt);
  await keepPromise(tx, clock, actor, { promiseId: job.promise_id, doneAt, provisionalUntil });
}

async function settle(tx: Tx, clock: Clock, actor: Actor, { itsCase }: FoundJob): Promise<boolean> {
  if ((await blockers(tx, itsCase.council_id, itsCase.id)).length > 0) return false;
  await publishCase(tx, clock, actor, { type: 'case.ready-to-end', subjectId: itsCase.id });
  const { council_id, service_slug, service_version } = itsCase;
  const service = await caseService(tx, council_id, service_slug, service_version);
  if (service?.closes !== 'by-itself') return false;
  const reason = 'All the work is done.';
  const ended = await endCase(tx, clock, systemActor(council_id), { case: itsCase.id, ending: 'done', reason });
  return ended.ok;
}
