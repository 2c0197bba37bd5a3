import type { Tx } from '#platform/db';
import { type Counts, deleteInOrder } from '#platform/delete-rows';
import './tables.ts';

/** Take the promises made about these subjects, with their pauses and revisions. For retention alone. */
export async function disposePromises(
  tx: Tx,
  councilId: string,
  subjectIds: readonly string[],
): Promise<{ counts: Counts; promiseIds: string[] }> {
  if (subjectIds.length === 0) return { counts: {}, promiseIds: [] };
  const rows = await tx
    .selectFrom('promises')
    .select('id')
    .where('council_id', '=', councilId)
    .where('subject_id', 'in', [...subjectIds])
    .execute();
  const promiseIds = rows.map(({ id }) => id);
  const counts = await deleteInOrder(tx, councilId, [
    ['promise_pauses', 'promise_id', promiseIds],
    ['promise_revisions', 'promise_id', promiseIds],
    ['promises', 'id', promiseIds],
  ]);
  return { counts, promiseIds };
}
