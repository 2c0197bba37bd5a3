import type { Tx } from '#platform/db';
import './tables.ts';

/** All the records that are one person, the oldest first. */
export async function recordIdsOf(tx: Tx, councilId: string, clusterId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('customers')
    .select('id')
    .where('council_id', '=', councilId)
    .where('cluster_id', '=', clusterId)
    .orderBy('made_at')
    .execute();
  return rows.map(({ id }) => id);
}
