import type { Updateable } from 'kysely';
import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Database, Tx } from '#platform/db';
import { newId } from '#platform/ids';
import type { CaseEvent } from './events.ts';
import type { FoundJob } from './find-job.ts';
import { publishCase } from './publish-case.ts';
import { touchCase } from './touch-case.ts';
import { writeEntry } from './write-entry.ts';

interface JobAct {
  event: Extract<CaseEvent, `job.${string}`>;
  /** The state that the entry shows; the job's own is in `changes` where it moves. */
  state: string;
  changes?: Updateable<Database['jobs']>;
  /** What the doer wrote, for staff. */
  note?: string | null | undefined;
  /** What the story of the case says, and to whom. */
  text: string;
  audience: 'customer' | 'staff';
  data?: Record<string, unknown>;
  at?: Date;
  sourceId?: string | undefined;
}

/** Write an act on a job: its row, its own log, the story of its case, the audit and the event. */
export async function recordJob(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { job, itsCase, ...act }: FoundJob & JobAct,
): Promise<void> {
  await tx
    .updateTable('jobs')
    .set({ ...act.changes, updated_at: clock.now() })
    .where('council_id', '=', job.council_id)
    .where('id', '=', job.id)
    .execute();
  await insertJobEntry(tx, clock, actor, { jobId: job.id, ...act });
  await writeEntry(tx, clock, actor, {
    caseId: itsCase.id,
    kind: 'job',
    audience: act.audience,
    text: act.text,
    data: { act: act.event, note: act.note ?? null, ...act.data },
    jobId: job.id,
  });
  await publishCase(tx, clock, actor, { type: act.event, subjectId: job.id, data: { caseId: itsCase.id } });
  await touchCase(tx, clock, itsCase);
}

async function insertJobEntry(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  entry: { jobId: string; state: string; note?: string | null | undefined; at?: Date; sourceId?: string | undefined },
): Promise<void> {
  await tx
    .insertInto('job_entries')
    .values({
      council_id: actor.councilId,
      id: newId(clock),
      job_id: entry.jobId,
      state: entry.state,
      note: entry.note ?? null,
      at: entry.at ?? clock.now(),
      by_type: actor.type,
      by_id: actor.id,
      by_name: actor.name,
      source_id: entry.sourceId ?? null,
    })
    .execute();
}

/** Whether a crew's system has sent this before: an act that comes twice is done once. */
export async function isJobActKnown(tx: Tx, councilId: string, jobId: string, sourceId: string | undefined) {
  if (sourceId === undefined) return false;
  const row = await tx
    .selectFrom('job_entries')
    .select('id')
    .where('council_id', '=', councilId)
    .where('job_id', '=', jobId)
    .where('source_id', '=', sourceId)
    .executeTakeFirst();
  return row !== undefined;
}
