import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { publishPromise } from './publish-promise.ts';
import './tables.ts';

interface WithdrawPromises {
  /** Cases and jobs whose open promises end; nothing is withdrawn that was decided before. */
  subjectIds: readonly string[];
  /** Why there is nothing left to promise: the ending of the case, a service that was mended. */
  because: string;
}

/** Take back the open promises of something that ended in another way than by doing it. Returns their ids. */
export async function withdrawPromises(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { subjectIds, because }: WithdrawPromises,
): Promise<string[]> {
  if (subjectIds.length === 0) return [];
  const withdrawn = await tx
    .updateTable('promises')
    .set({ outcome: 'withdrawn', decided_at: clock.now() })
    .where('council_id', '=', actor.councilId)
    .where('subject_id', 'in', [...subjectIds])
    .where('outcome', 'is', null)
    .returning(['id', 'subject_type', 'subject_id'])
    .execute();
  for (const promise of withdrawn) {
    await publishPromise(tx, clock, actor, { type: 'promise.withdrawn', promise, data: { because } });
  }
  return withdrawn.map(({ id }) => id);
}
