import type { SystemActor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { caseService } from './case-service.ts';
import { completeJob } from './complete-job.ts';
import { endCase } from './end-case.ts';
import { lockCase } from './find-case.ts';
import './tables.ts';

interface CloseByAnswer {
  caseId: string;
  /** What was done or decided, as the customer will read it. */
  reason: string;
}

export type CloseByAnswerResult =
  | { ok: true }
  | { ok: false; refusal: 'not-found' | 'already-ended' | 'by-officer' | 'not-done'; message: string };

/**
 * The system that does the work says that it is done: its word is the evidence of the job sheets that ask for a note, and
 * the case ends by itself where its service says so (B-02, B-07, Q-12). A sheet that asks for a photo stays open.
 */
export async function closeByAnswer(
  tx: Tx,
  clock: Clock,
  actor: SystemActor,
  { caseId, reason }: CloseByAnswer,
): Promise<CloseByAnswerResult> {
  const itsCase = await lockCase(tx, actor.councilId, caseId);
  if (!itsCase) return { ok: false, refusal: 'not-found', message: 'The case is no longer kept' };
  if (itsCase.ended_at) return { ok: false, refusal: 'already-ended', message: 'The case has ended' };
  const service = await caseService(tx, actor.councilId, itsCase.service_slug, itsCase.service_version);
  if (service?.closes !== 'by-itself') {
    return { ok: false, refusal: 'by-officer', message: 'It is done there: read it, and end the case' };
  }
  for (const jobId of await openJobs(tx, actor.councilId, caseId)) {
    await completeJob(tx, clock, actor, { jobId, note: reason, forCustomer: reason });
  }
  if ((await lockCase(tx, actor.councilId, caseId))?.ended_at) return { ok: true };
  const ended = await endCase(tx, clock, actor, { case: caseId, ending: 'done', reason });
  if (ended.ok) return { ok: true };
  const missing = ended.blockers?.map(({ text }) => text).join('. ') ?? ended.refusal;
  return { ok: false, refusal: 'not-done', message: `It is done there, and the case is kept open here: ${missing}` };
}

async function openJobs(tx: Tx, councilId: string, caseId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('jobs')
    .select('id')
    .where('council_id', '=', councilId)
    .where('case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .orderBy('number')
    .execute();
  return rows.map(({ id }) => id);
}
