import type { Tx } from '#platform/db';
import './tables.ts';

export interface TeamName {
  id: string;
  slug: string;
  name: string;
  kind: 'team' | 'partner';
}

/** The teams and partners that work now, by name. */
export function teamList(tx: Tx, councilId: string): Promise<TeamName[]> {
  return tx
    .selectFrom('teams')
    .select(['id', 'slug', 'name', 'kind'])
    .where('council_id', '=', councilId)
    .where('ended_at', 'is', null)
    .orderBy('name')
    .execute();
}
