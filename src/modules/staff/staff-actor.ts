import { type InferResult, sql } from 'kysely';
import type { Tx } from '#platform/db';
import { prepared } from '#platform/prepared';
import { ROLES, type Role, type StaffActor } from './actor.ts';
import './tables.ts';

/** A member of staff as they act today: roles, skills and the teams they are in now. Null when they have left. */
export async function staffActor(tx: Tx, councilId: string, staffId: string): Promise<StaffActor | null> {
  return actorOf(councilId, await memberQuery(tx, councilId).where('id', '=', staffId).executeTakeFirst());
}

/** The same for whoever a session is of, whether or not it still holds: that is for the reader of the session to say. */
export async function staffActorOfSession(tx: Tx, councilId: string, tokenHash: Buffer): Promise<StaffActor | null> {
  return actorOf(councilId, await memberOfSession.first(tx, { councilId, tokenHash }));
}

const memberOfSession = prepared((tx, { councilId, tokenHash }: { councilId: string; tokenHash: Buffer }) =>
  memberQuery(tx, councilId).where('id', '=', (eb) =>
    eb
      .selectFrom('sessions')
      .select('subject_id')
      .where('council_id', '=', councilId)
      .where('token_hash', '=', tokenHash),
  ),
);

function memberQuery(tx: Tx, councilId: string) {
  return tx
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
    .where('left_at', 'is', null);
}

type MemberRow = InferResult<ReturnType<typeof memberQuery>>[number];

function actorOf(councilId: string, row: MemberRow | undefined): StaffActor | null {
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
