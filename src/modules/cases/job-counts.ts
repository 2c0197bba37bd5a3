import { sql } from 'kysely';
import { type Actor, isStaff, may } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import './tables.ts';

export interface JobCounts {
  all: number;
  new: number;
  overdue: number;
  returned: number;
}

const NONE: JobCounts = { all: 0, new: 0, overdue: 0, returned: 0 };

/** How many open job sheets each filter of a team's list has, in one pass. Nobody counts another partner's. */
export async function jobCounts(tx: Tx, clock: Clock, actor: Actor, teamId: string): Promise<JobCounts> {
  if (!isStaff(actor) || !(may(actor, 'work-cases') || actor.teamIds.includes(teamId))) return NONE;
  const { rows } = await sql<JobCounts>`
    select count(*) as "all",
      count(*) filter (where state = 'sent') as "new",
      count(*) filter (where due_at < ${clock.now()}) as overdue,
      count(*) filter (where state = 'returned') as returned
    from jobs where council_id = ${actor.councilId} and team_id = ${teamId} and ended_at is null`.execute(tx);
  return rows[0] ?? NONE;
}
