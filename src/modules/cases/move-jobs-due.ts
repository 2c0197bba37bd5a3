import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import './tables.ts';

interface Moved {
  from: string;
  /** The promise that replaces it, or the same one with another date. */
  to: string;
  dueAt: Date;
}

/** The open work under a promise goes with it when its date moves. */
export async function moveJobsDue(
  tx: Tx,
  clock: Clock,
  { council_id, id }: { council_id: string; id: string },
  { from, to, dueAt }: Moved,
): Promise<void> {
  await tx
    .updateTable('jobs')
    .set({ promise_id: to, due_at: dueAt, updated_at: clock.now() })
    .where('council_id', '=', council_id)
    .where('case_id', '=', id)
    .where('promise_id', '=', from)
    .where('ended_at', 'is', null)
    .execute();
}
