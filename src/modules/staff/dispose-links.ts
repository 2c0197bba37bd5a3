import type { Tx } from '#platform/db';
import { type Counts, deleteInOrder } from '#platform/delete-rows';
import './tables.ts';

/** Take the links that open these records, and the sessions of these customers. For retention alone. */
export function disposeLinks(tx: Tx, councilId: string, subjectIds: readonly string[]): Promise<Counts> {
  return deleteInOrder(tx, councilId, [
    ['one_time_links', 'subject_id', subjectIds],
    ['sessions', 'subject_id', subjectIds],
  ]);
}
