import type { Tx } from '#platform/db';
import { type Counts, deleteInOrder } from '#platform/delete-rows';

/** Take what was said of services for good. For retention alone. */
export function disposeFeedback(tx: Tx, councilId: string, ids: readonly string[]): Promise<Counts> {
  return deleteInOrder(tx, councilId, [['service_feedback', 'id', ids]]);
}
