import type { Tx } from '#platform/db';
import { type Counts, deleteInOrder } from '#platform/delete-rows';
import './tables.ts';

interface Disposed {
  counts: Counts;
  /** What the house itself remembers of these goes too. */
  handOverIds: string[];
}

/** Take the hand-overs of cases for good, with their tries and answers. For retention alone. */
export async function disposeHandOvers(tx: Tx, councilId: string, caseIds: readonly string[]): Promise<Disposed> {
  if (caseIds.length === 0) return { counts: {}, handOverIds: [] };
  const rows = await tx
    .selectFrom('hand_overs')
    .select('id')
    .where('council_id', '=', councilId)
    .where('case_id', 'in', [...caseIds])
    .execute();
  const handOverIds = rows.map(({ id }) => id);
  const counts = await deleteInOrder(tx, councilId, [
    ['hand_over_attempts', 'hand_over_id', handOverIds],
    ['hand_over_answers', 'hand_over_id', handOverIds],
    ['hand_overs', 'id', handOverIds],
  ]);
  return { counts, handOverIds };
}
