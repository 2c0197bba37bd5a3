import { sql } from 'kysely';
import type { Tx } from '#platform/db';
import { type Permission, rolesThatMay } from './permissions.ts';
import './tables.ts';

export interface StaffName {
  id: string;
  name: string;
  jobTitle: string;
  teamIds: string[];
}

/** Those who work here now and may do this by their roles, by name: whom a piece of work can be given to. */
export function staffWhoMay(tx: Tx, councilId: string, permission: Permission): Promise<StaffName[]> {
  return tx
    .selectFrom('staff_members as s')
    .select(['s.id', 's.name', 's.job_title as jobTitle'])
    .select(
      sql<string[]>`coalesce((select array_agg(m.team_id) from team_members m
        where m.council_id = s.council_id and m.staff_id = s.id and m.ended_at is null), '{}')`.as('teamIds'),
    )
    .where('s.council_id', '=', councilId)
    .where('s.left_at', 'is', null)
    .where(sql<boolean>`s.roles && ${[...rolesThatMay(permission)]}::text[]`)
    .orderBy('s.name')
    .execute();
}
