import type { Tx } from '#platform/db';
import { type Counts, deleteInOrder } from '#platform/delete-rows';
import './tables.ts';

/** Take the staff-safety markers that stand on these customers. For retention alone. */
export function disposeMarkers(tx: Tx, councilId: string, customerIds: readonly string[]): Promise<Counts> {
  return deleteInOrder(tx, councilId, [['address_markers', 'customer_id', customerIds]]);
}
