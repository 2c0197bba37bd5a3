import { sql } from 'kysely';
import { type Actor, isStaff, may } from '#modules/staff';
import { addCalendarDays } from '#platform/calendar';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { caseRules } from './case-rules.ts';

export interface WorklistCounts {
  all: number;
  today: number;
  overdue: number;
  waiting: number;
  unassigned: number;
  escalated: number;
}

const NONE: WorklistCounts = { all: 0, today: 0, overdue: 0, waiting: 0, unassigned: 0, escalated: 0 };

/** How many open cases each filter of a team's worklist has, in one pass over that team's index. */
export async function worklistCounts(tx: Tx, clock: Clock, actor: Actor, teamId: string): Promise<WorklistCounts> {
  if (!isStaff(actor) || !may(actor, 'work-cases')) return NONE;
  const now = clock.now();
  const { zone } = await caseRules(tx, actor.councilId);
  const endOfToday = addCalendarDays(zone, now, 0);
  const { rows } = await sql<WorklistCounts>`
    select count(*) as "all",
      count(*) filter (where next_due_at >= ${now} and next_due_at <= ${endOfToday}) as today,
      count(*) filter (where next_due_at < ${now}) as overdue,
      count(*) filter (where stage = 'waiting') as waiting,
      count(*) filter (where owner_id is null) as unassigned,
      count(*) filter (where escalated_at is not null) as escalated
    from cases where council_id = ${actor.councilId} and team_id = ${teamId} and ended_at is null`.execute(tx);
  return rows[0] ?? NONE;
}
