import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import './tables.ts';

/** The councils for which the sweep has something to do now. Reads across councils: for the worker's own round. */
export async function councilsWithDuePromises(tx: Tx, clock: Clock): Promise<string[]> {
  const now = clock.now();
  const rows = await tx
    .selectFrom('councils')
    .select('id')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('promises')
          .select('promises.id')
          .whereRef('promises.council_id', '=', 'councils.id')
          .where('outcome', 'is', null)
          .where('paused_at', 'is', null)
          .where('is_imported', '=', false)
          .where((or) =>
            or.or([
              or.and([or('warned_at', 'is', null), or('risk_at', '<=', now)]),
              or.and([or('overdue_at', 'is', null), or('due_at', '<', now)]),
            ]),
          ),
      ),
    )
    .execute();
  return rows.map(({ id }) => id);
}
