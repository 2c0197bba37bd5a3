import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { PromiseRow } from './find-promise.ts';
import { publishPromise } from './publish-promise.ts';
import { timesAfterPauses } from './times-after-pauses.ts';

interface Kept {
  promise: PromiseRow;
  doneAt: Date;
}

/**
 * Start the clocks that waited for this promise: from the moment it was kept, and never later than it was due, so that
 * an acknowledgement that comes late does not buy time for the answer. Nothing is written down as a new date that was
 * agreed: it only comes forward.
 */
export async function startFollowing(tx: Tx, clock: Clock, actor: ActorRef, { promise, doneAt }: Kept): Promise<void> {
  const waiting = await tx
    .selectFrom('promises')
    .selectAll()
    .where('council_id', '=', promise.council_id)
    .where('follows_id', '=', promise.id)
    .where('outcome', 'is', null)
    .execute();
  const startedAt = doneAt < promise.due_at ? doneAt : promise.due_at;
  for (const one of waiting) {
    const { dueAt, riskAt } = await timesAfterPauses(tx, { ...one, started_at: startedAt });
    await tx
      .updateTable('promises')
      .set({ started_at: startedAt, due_at: dueAt, risk_at: riskAt })
      .where('council_id', '=', one.council_id)
      .where('id', '=', one.id)
      .execute();
    const data = { oldDueAt: one.due_at.toISOString(), newDueAt: dueAt.toISOString() };
    await publishPromise(tx, clock, actor, { type: 'promise.due-moved', promise: one, data });
  }
}
