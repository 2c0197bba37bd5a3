import { createHash } from 'node:crypto';
import { doerSlug, type JobDefinition } from '#modules/services';
import type { Actor } from '#modules/staff';
import { isStaff } from '#modules/staff';
import type { Tx } from '#platform/db';
import type { CaseService } from './case-service.ts';

export interface CaseTeam {
  id: string;
  slug: string;
  name: string;
  kind: 'team' | 'partner';
  managerId: string | null;
}

/** The teams and partners that a case of this service touches, by slug: who owns it and who does its jobs. */
export async function caseTeams(
  tx: Tx,
  councilId: string,
  service: CaseService,
  jobs: readonly JobDefinition[],
): Promise<Map<string, CaseTeam>> {
  const slugs = [doerSlug(service.owner), ...jobs.map(({ by }) => doerSlug(by))];
  const rows = await tx
    .selectFrom('teams')
    .select(['id', 'slug', 'name', 'kind', 'manager_id as managerId'])
    .where('council_id', '=', councilId)
    .where('slug', 'in', [...new Set(slugs)])
    .where('ended_at', 'is', null)
    .execute();
  return new Map(rows.map((team) => [team.slug, team]));
}

export interface Owner {
  id: string;
  name: string;
}

/**
 * Who owns a new case: the member of staff who took it, from first contact to closure (F-12); else an officer of the
 * owning team, shared out evenly by the case's own id; else its manager.
 */
export async function firstOwner(tx: Tx, actor: Actor, team: CaseTeam, caseId: string): Promise<Owner | undefined> {
  if (isStaff(actor) && !actor.roles.includes('councillor')) return { id: actor.id, name: actor.name };
  return officerOf(tx, actor.councilId, team, caseId);
}

/** An officer of a team for one case: shared out evenly by the case's own id, so that everybody would pick the same. */
export async function officerOf(tx: Tx, councilId: string, team: CaseTeam, caseId: string): Promise<Owner | undefined> {
  const members = await officersOf(tx, councilId, team);
  const officers = members.filter(({ id }) => id !== team.managerId);
  const turn = createHash('sha256').update(caseId).digest().readUInt32BE(0);
  return officers[turn % Math.max(officers.length, 1)] ?? members[0];
}

async function officersOf(tx: Tx, councilId: string, team: CaseTeam): Promise<Owner[]> {
  return tx
    .selectFrom('team_members')
    .innerJoin('staff_members', (join) =>
      join
        .onRef('staff_members.council_id', '=', 'team_members.council_id')
        .onRef('staff_members.id', '=', 'team_members.staff_id'),
    )
    .select(['staff_members.id', 'staff_members.name'])
    .where('team_members.council_id', '=', councilId)
    .where('team_members.team_id', '=', team.id)
    .where('team_members.ended_at', 'is', null)
    .where('staff_members.left_at', 'is', null)
    .orderBy('staff_members.id')
    .execute();
}

/** Who hears of a second failure: the team's manager, or who covers for them when they have left. */
export async function managerOf(tx: Tx, councilId: string, team: Pick<CaseTeam, 'id'>): Promise<Owner | undefined> {
  return tx
    .selectFrom('teams')
    .innerJoin('staff_members', (join) =>
      join
        .onRef('staff_members.council_id', '=', 'teams.council_id')
        .on((eb) =>
          eb.or([
            eb('staff_members.id', '=', eb.ref('teams.manager_id')),
            eb('staff_members.id', '=', eb.ref('teams.cover_id')),
          ]),
        ),
    )
    .select(['staff_members.id', 'staff_members.name'])
    .where('teams.council_id', '=', councilId)
    .where('teams.id', '=', team.id)
    .where('staff_members.left_at', 'is', null)
    .orderBy((eb) => eb('staff_members.id', '=', eb.ref('teams.manager_id')), 'desc')
    .limit(1)
    .executeTakeFirst();
}
