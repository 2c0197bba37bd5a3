import type { Tx } from '#platform/db';
import { prepared } from '#platform/prepared';
import './tables.ts';

export interface TeamName {
  id: string;
  slug: string;
  name: string;
  kind: 'team' | 'partner';
}

/** The teams and partners that work now, by name. */
export function teamList(tx: Tx, councilId: string): Promise<TeamName[]> {
  return selectTeams.all(tx, { councilId });
}

const selectTeams = prepared((tx, { councilId }: { councilId: string }) =>
  tx
    .selectFrom('teams')
    .select(['id', 'slug', 'name', 'kind'])
    .where('council_id', '=', councilId)
    .where('ended_at', 'is', null)
    .orderBy('name'),
);
