import { sql } from 'kysely';
import type { ActorRef } from '#platform/actor';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { publish } from '#platform/outbox';
import type { Role } from './actor.ts';
import { staffEvent } from './events.ts';
import { inviteStaff } from './invite-staff.ts';
import { may } from './permissions.ts';
import { freeSlug } from './staff-slug.ts';
import './tables.ts';

export interface AddStaff {
  email: string;
  name: string;
  jobTitle: string;
  /** At least one. */
  roles: readonly Role[];
  skills?: readonly string[];
  /** Teams by their short names; the first is the one that the person mainly works in. */
  teams?: readonly string[];
}

type Added =
  | { ok: true; staffId: string; slug: string; invitation: { token: string; expiresAt: Date } }
  | { ok: false; refusal: 'not-allowed' | 'works-here' | 'no-such-team' };

/**
 * A joiner, or a leaver who comes back. The person takes the place up by following the invitation, once.
 * The address may already belong to somebody at another council: they keep their own password there and here.
 */
export async function addStaff(tx: Tx, clock: Clock, actor: ActorRef, command: AddStaff): Promise<Added> {
  if (!may(actor, 'manage-staff')) return { ok: false, refusal: 'not-allowed' };
  const { councilId } = actor;
  const teamIds = await teamIdsOf(tx, councilId, command.teams ?? []);
  if (!teamIds) return { ok: false, refusal: 'no-such-team' };
  const person = await sql<{ id: string }>`
    select person_of_address(${newId(clock)}, ${command.email.trim()}, ${command.name.trim()}, ${clock.now()}) as id`.execute(
    tx,
  );
  const personId = person.rows[0]?.id ?? '';
  const member = await takeOn(tx, clock, actor, { ...command, personId, teamId: teamIds[0] ?? null });
  if (!member) return { ok: false, refusal: 'works-here' };
  await joinTeams(tx, clock, { councilId, staffId: member.id, teamIds });
  await recordAct(tx, clock, actor, {
    act: member.isBack ? 'staff.rejoined' : 'staff.joined',
    subjectType: 'staff',
    subjectId: member.id,
    detail: { roles: command.roles, skills: command.skills ?? [], teams: command.teams ?? [] },
  });
  await publish(tx, clock, actor, staffEvent('staff.joined', member.id));
  const invited = await inviteStaff(tx, clock, actor, { staffId: member.id });
  if (!invited.ok) throw new Error(`a joiner could not be invited: ${invited.refusal}`);
  return { ok: true, staffId: member.id, slug: member.slug, invitation: invited };
}

type TakeOn = AddStaff & { personId: string; teamId: string | null };

async function takeOn(
  tx: Tx,
  clock: Clock,
  { councilId }: ActorRef,
  command: TakeOn,
): Promise<{ id: string; slug: string; isBack: boolean } | null> {
  const facts = {
    name: command.name.trim(),
    job_title: command.jobTitle.trim(),
    roles: [...command.roles],
    skills: [...(command.skills ?? [])],
    team_id: command.teamId,
    joined_at: clock.now(),
  };
  const back = await tx
    .updateTable('staff_members')
    .set({ ...facts, left_at: null, accepted_at: null })
    .where('council_id', '=', councilId)
    .where('person_id', '=', command.personId)
    .where('left_at', 'is not', null)
    .returning(['id', 'slug'])
    .executeTakeFirst();
  if (back) return { ...back, isBack: true };
  const joined = await tx
    .insertInto('staff_members')
    .values({
      ...facts,
      council_id: councilId,
      id: newId(clock),
      person_id: command.personId,
      slug: await freeSlug(tx, councilId, command.name),
      left_at: null,
      accepted_at: null,
    })
    .onConflict((conflict) => conflict.columns(['council_id', 'person_id']).doNothing())
    .returning(['id', 'slug'])
    .executeTakeFirst();
  return joined ? { ...joined, isBack: false } : null;
}

async function teamIdsOf(tx: Tx, councilId: string, slugs: readonly string[]): Promise<string[] | null> {
  if (slugs.length === 0) return [];
  const teams = await tx
    .selectFrom('teams')
    .select(['id', 'slug'])
    .where('council_id', '=', councilId)
    .where('slug', 'in', slugs)
    .where('ended_at', 'is', null)
    .execute();
  const ids = slugs.map((slug) => teams.find((team) => team.slug === slug)?.id);
  return ids.every((id) => id !== undefined) ? ids : null;
}

async function joinTeams(
  tx: Tx,
  clock: Clock,
  { councilId, staffId, teamIds }: { councilId: string; staffId: string; teamIds: readonly string[] },
): Promise<void> {
  const since = clock.now();
  for (const teamId of new Set(teamIds))
    await tx
      .insertInto('team_members')
      .values({ council_id: councilId, team_id: teamId, staff_id: staffId, since, ended_at: null })
      .execute();
}
