import type { Tx } from '#platform/db';
import { type Counts, deleteInOrder } from '#platform/delete-rows';
import './tables.ts';

/** Take answers for good, by their own ids or by the case that they made. For retention alone. */
export function disposeSubmissions(
  tx: Tx,
  councilId: string,
  by: { column: 'id' | 'case_id'; ids: readonly string[] },
): Promise<Counts> {
  const drafts = by.column === 'case_id' ? ([['drafts', 'case_id', by.ids]] as const) : [];
  return deleteInOrder(tx, councilId, [['submissions', by.column, by.ids], ...drafts]);
}
