import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import type { CaseRow } from './find-case.ts';
import { publishCase } from './publish-case.ts';
import './tables.ts';

/** Call back the open jobs of a case that ends in another way than by doing them, or goes to another service. */
export async function cancelJobs(tx: Tx, clock: Clock, actor: ActorRef, itsCase: CaseRow): Promise<void> {
  const now = clock.now();
  const cancelled = await tx
    .updateTable('jobs')
    .set({ state: 'cancelled', ended_at: now, updated_at: now })
    .where('council_id', '=', itsCase.council_id)
    .where('case_id', '=', itsCase.id)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute();
  for (const { id } of cancelled) {
    const by = { by_type: actor.type, by_id: actor.id, by_name: actor.name };
    const entry = { council_id: itsCase.council_id, id: newId(clock), job_id: id, state: 'cancelled', at: now, ...by };
    await tx.insertInto('job_entries').values(entry).execute();
    await publishCase(tx, clock, actor, { type: 'job.cancelled', subjectId: id, data: { caseId: itsCase.id } });
  }
}
