import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { StaffActor } from './actor.ts';
import './tables.ts';

/** For a person's own page: the names of their teams, and how many sessions of theirs are open. */
export async function ownAccount(
  tx: Tx,
  clock: Clock,
  { councilId, id, teamIds }: StaffActor,
): Promise<{ teams: string[]; openSessions: number }> {
  const { count } = await tx
    .selectFrom('sessions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('council_id', '=', councilId)
    .where('kind', '=', 'staff')
    .where('subject_id', '=', id)
    .where('step', '=', 'complete')
    .where('ended_at', 'is', null)
    .where('expires_at', '>', clock.now())
    .executeTakeFirstOrThrow();
  if (teamIds.length === 0) return { teams: [], openSessions: count };
  const teams = await tx
    .selectFrom('teams')
    .select('name')
    .where('council_id', '=', councilId)
    .where('id', 'in', teamIds)
    .orderBy('name')
    .execute();
  return { teams: teams.map((team) => team.name), openSessions: count };
}
