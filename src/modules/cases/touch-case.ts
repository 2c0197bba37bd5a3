import type { Updateable } from 'kysely';
import type { Clock } from '#platform/clock';
import type { Database, Tx } from '#platform/db';
import './tables.ts';

/**
 * Write changes to a case and keep with them what follows from its promises: when the next one is due (none while they
 * wait for the customer), which is what worklists are sorted by.
 */
export async function touchCase(
  tx: Tx,
  clock: Clock,
  { council_id, id }: { council_id: string; id: string },
  changes: Updateable<Database['cases']> = {},
): Promise<void> {
  await tx
    .updateTable('cases')
    .set((eb) => ({
      ...changes,
      updated_at: clock.now(),
      next_due_at: eb
        .selectFrom('promises')
        .select(({ fn }) => fn.min('promises.due_at').as('due'))
        .where('promises.council_id', '=', council_id)
        .where('promises.subject_id', '=', id)
        .where('promises.outcome', 'is', null)
        .where('promises.paused_at', 'is', null),
    }))
    .where('council_id', '=', council_id)
    .where('id', '=', id)
    .execute();
}
