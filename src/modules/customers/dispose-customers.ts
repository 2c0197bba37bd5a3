import { sql } from 'kysely';
import type { Tx } from '#platform/db';
import { type Counts, deleteInOrder } from '#platform/delete-rows';
import './tables.ts';

/**
 * Take customers for good: ways to reach them, search keys, needs, notes, checks of who they are, and the history of
 * merges that names them. For retention alone.
 */
export async function disposeCustomers(tx: Tx, councilId: string, customerIds: readonly string[]): Promise<Counts> {
  if (customerIds.length === 0) return {};
  const ids = [...customerIds];
  const { numAffectedRows } = await sql`delete from customer_merges where council_id = ${councilId}
    and (kept_cluster_id = any(${ids}::uuid[]) or merged_cluster_id = any(${ids}::uuid[]) or moved_ids && ${ids}::uuid[])`.execute(
    tx,
  );
  const counts = await deleteInOrder(tx, councilId, [
    ['customer_keys', 'customer_id', ids],
    ['customer_reaches', 'customer_id', ids],
    ['customer_needs', 'customer_id', ids],
    ['customer_notes', 'customer_id', ids],
    ['identity_checks', 'customer_id', ids],
    ['customers', 'id', ids],
  ]);
  return { ...counts, customer_merges: Number(numAffectedRows ?? 0) };
}
