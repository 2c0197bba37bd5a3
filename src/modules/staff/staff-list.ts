import { sql } from 'kysely';
import type { Tx } from '#platform/db';
import './tables.ts';

export interface StaffRow {
  id: string;
  slug: string;
  name: string;
  jobTitle: string;
  email: string;
  roles: string[];
  skills: string[];
  teams: { id: string; name: string }[];
  acceptedAt: Date | null;
  leftAt: Date | null;
}

/** Staff of a council by name, or the one whose short name is given. Leavers only when asked for. */
export async function staffRows(
  tx: Tx,
  councilId: string,
  { slug, leavers = false }: { slug?: string; leavers?: boolean } = {},
): Promise<StaffRow[]> {
  return tx
    .selectFrom('staff_members')
    .innerJoin('people', 'people.id', 'staff_members.person_id')
    .select(['staff_members.id', 'staff_members.slug', 'staff_members.name', 'job_title as jobTitle', 'people.email'])
    .select(['roles', 'skills', 'accepted_at as acceptedAt', 'left_at as leftAt'])
    .select(
      sql<{ id: string; name: string }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.name)
        from team_members m join teams t on t.council_id = m.council_id and t.id = m.team_id
        where m.council_id = staff_members.council_id and m.staff_id = staff_members.id and m.ended_at is null), '[]')`.as(
        'teams',
      ),
    )
    .where('staff_members.council_id', '=', councilId)
    .$if(slug !== undefined, (query) => query.where('staff_members.slug', '=', slug ?? ''))
    .$if(slug === undefined && !leavers, (query) => query.where('left_at', 'is', null))
    .orderBy('staff_members.name')
    .execute();
}

export interface TeamRow {
  id: string;
  slug: string;
  name: string;
  kind: 'team' | 'partner';
  inbox: string;
  manager: string | null;
  members: { slug: string; name: string }[];
}

/** Teams and partners that work now, with who is in them. */
export async function teamRows(tx: Tx, councilId: string): Promise<TeamRow[]> {
  return tx
    .selectFrom('teams')
    .leftJoin('staff_members as manager', (join) =>
      join.onRef('manager.council_id', '=', 'teams.council_id').onRef('manager.id', '=', 'teams.manager_id'),
    )
    .select(['teams.id', 'teams.slug', 'teams.name', 'teams.kind', 'teams.inbox', 'manager.name as manager'])
    .select(
      sql<{ slug: string; name: string }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('slug', s.slug, 'name', s.name) order by s.name)
        from team_members m join staff_members s on s.council_id = m.council_id and s.id = m.staff_id
        where m.council_id = teams.council_id and m.team_id = teams.id and m.ended_at is null and s.left_at is null), '[]')`.as(
        'members',
      ),
    )
    .where('teams.council_id', '=', councilId)
    .where('teams.ended_at', 'is', null)
    .orderBy('teams.name')
    .execute();
}
