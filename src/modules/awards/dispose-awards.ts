import type { Tx } from '#platform/db';
import { type Counts, deleteInOrder } from '#platform/delete-rows';
import './tables.ts';

interface Disposed {
  counts: Counts;
  awardIds: string[];
}

/** Take the awards of cases for good, every revision with its payments. For retention alone. */
export async function disposeAwards(tx: Tx, councilId: string, caseIds: readonly string[]): Promise<Disposed> {
  if (caseIds.length === 0) return { counts: {}, awardIds: [] };
  const rows = await tx
    .selectFrom('awards')
    .select('id')
    .where('council_id', '=', councilId)
    .where('case_id', 'in', [...caseIds])
    .execute();
  const awardIds = rows.map(({ id }) => id);
  const counts = await deleteInOrder(tx, councilId, [
    ['award_payments', 'award_id', awardIds],
    ['awards', 'id', awardIds],
  ]);
  return { counts, awardIds };
}
