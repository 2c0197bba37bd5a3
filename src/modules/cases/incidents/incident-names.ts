import type { Tx } from '#platform/db';
import '../tables.ts';

export interface IncidentName {
  id: string;
  reference: string;
  title: string;
}

/** What incidents are called, for a page that points to them. */
export async function incidentNames(tx: Tx, councilId: string, ids: readonly string[]): Promise<IncidentName[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('incidents')
    .select(['id', 'reference', 'title'])
    .where('council_id', '=', councilId)
    .where('id', 'in', [...new Set(ids)])
    .execute();
}
