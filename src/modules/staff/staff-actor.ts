import { sql } from 'kysely';
import type { Tx } from '#platform/db';
import { ROLES, type Role, type StaffActor } from './actor.ts';
import './tables.ts';

/** A member of staff as they act today: roles, skills and the teams they are in now. Null when they have left. */
export async function staffActor(tx: Tx, councilId: string, staffId: string): Promise<StaffActor | null> {
  const row = await tx
    .selectFrom('staff_members')
    .select(['id', 'slug', 'name', 'job_title', 'roles', 'skills', 'team_id'])
    .select((eb) =>
      eb
        .selectFrom('team_members')
        .select(sql<string[]>`coalesce(array_agg(team_members.team_id), '{}')`.as('ids'))
        .whereRef('team_members.council_id', '=', 'staff_members.council_id')
        .whereRef('team_members.staff_id', '=', 'staff_members.id')
        .where('team_members.ended_at', 'is', null)
        .as('team_ids'),
    )
    .where('council_id', '=', councilId)
    .where('id', '=', staffId)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return {
    type: 'staff',
    councilId,
    id: row.id,
    slug: row.slug,
    name: row.name,
    jobTitle: row.job_title,
    roles: row.roles.filter(isRole),
    skills: row.skills,
    teamIds: row.team_ids ?? [],
    teamId: row.team_id,
  };
}

function isRole(role: string): role is Role {
  return (ROLES as readonly string[]).includes(role);
}
