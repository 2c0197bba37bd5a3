import type { ActorRef } from '#platform/actor';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { publish } from '#platform/outbox';
import { staffEvent } from './events.ts';
import { may } from './permissions.ts';
import './tables.ts';

interface Membership {
  staffId: string;
  teamId: string;
}

type Moved = { ok: true } | { ok: false; refusal: 'not-allowed' | 'not-found' };

/** Put somebody into a team, from now on. Being in it already is no fault. The first team becomes their main one. */
export async function joinTeam(tx: Tx, clock: Clock, actor: ActorRef, membership: Membership): Promise<Moved> {
  if (!may(actor, 'manage-staff')) return { ok: false, refusal: 'not-allowed' };
  if (!(await bothAreHere(tx, actor.councilId, membership))) return { ok: false, refusal: 'not-found' };
  const { staffId, teamId } = membership;
  if (await isIn(tx, actor.councilId, membership)) return { ok: true };
  await tx
    .insertInto('team_members')
    .values({ council_id: actor.councilId, team_id: teamId, staff_id: staffId, since: clock.now(), ended_at: null })
    // Out and in again within one millisecond.
    .onConflict((conflict) =>
      conflict.columns(['council_id', 'team_id', 'staff_id', 'since']).doUpdateSet({ ended_at: null }),
    )
    .execute();
  await setMainTeam(tx, actor.councilId, staffId);
  await record(tx, clock, actor, { ...membership, act: 'staff.joined-team' });
  return { ok: true };
}

/** Take somebody out of a team, from now on. Not being in it is no fault. */
export async function leaveTeam(tx: Tx, clock: Clock, actor: ActorRef, membership: Membership): Promise<Moved> {
  if (!may(actor, 'manage-staff')) return { ok: false, refusal: 'not-allowed' };
  const { staffId, teamId } = membership;
  const left = await tx
    .updateTable('team_members')
    .set({ ended_at: clock.now() })
    .where('council_id', '=', actor.councilId)
    .where('staff_id', '=', staffId)
    .where('team_id', '=', teamId)
    .where('ended_at', 'is', null)
    .returning('team_id')
    .executeTakeFirst();
  if (!left) return { ok: true };
  await setMainTeam(tx, actor.councilId, staffId);
  await record(tx, clock, actor, { ...membership, act: 'staff.left-team' });
  return { ok: true };
}

async function bothAreHere(tx: Tx, councilId: string, { staffId, teamId }: Membership): Promise<boolean> {
  const found = await tx
    .selectFrom('staff_members')
    .innerJoin('teams', 'teams.council_id', 'staff_members.council_id')
    .select('teams.id')
    .where('staff_members.council_id', '=', councilId)
    .where('staff_members.id', '=', staffId)
    .where('staff_members.left_at', 'is', null)
    .where('teams.id', '=', teamId)
    .where('teams.ended_at', 'is', null)
    // Two presses at once: the second waits here and then finds the first one's row.
    .forUpdate()
    .executeTakeFirst();
  return found !== undefined;
}

async function isIn(tx: Tx, councilId: string, { staffId, teamId }: Membership): Promise<boolean> {
  const found = await tx
    .selectFrom('team_members')
    .select('team_id')
    .where('council_id', '=', councilId)
    .where('staff_id', '=', staffId)
    .where('team_id', '=', teamId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

/** The main team stays while the person is in it; otherwise it is the one that they have been in longest, or none. */
async function setMainTeam(tx: Tx, councilId: string, staffId: string): Promise<void> {
  const teams = await tx
    .selectFrom('team_members')
    .select('team_id')
    .where('council_id', '=', councilId)
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
    .orderBy('since')
    .execute();
  const ids = teams.map((team) => team.team_id);
  await tx
    .updateTable('staff_members')
    .set({ team_id: ids[0] ?? null })
    .where('council_id', '=', councilId)
    .where('id', '=', staffId)
    .$if(ids.length > 0, (query) =>
      query.where((eb) => eb.or([eb('team_id', 'is', null), eb('team_id', 'not in', ids)])),
    )
    .execute();
}

async function record(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { staffId, teamId, act }: Membership & { act: string },
): Promise<void> {
  await recordAct(tx, clock, actor, { act, subjectType: 'staff', subjectId: staffId, detail: { teamId } });
  await publish(tx, clock, actor, staffEvent('staff.moved', staffId));
}
