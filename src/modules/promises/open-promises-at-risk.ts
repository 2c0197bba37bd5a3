import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { PROMISE_COLUMNS, type PromiseView, promiseView } from './promises-of.ts';

interface AtRisk {
  councilId: string;
  /** Only those that these teams answer for; all when left out. */
  teamIds?: readonly string[];
  limit?: number;
}

/** Open promises whose warning time has come, overdue ones included, the soonest due first; imported ones left out. */
export async function openPromisesAtRisk(
  tx: Tx,
  clock: Clock,
  { councilId, teamIds, limit = 50 }: AtRisk,
): Promise<PromiseView[]> {
  const rows = await tx
    .selectFrom('promises')
    .select(PROMISE_COLUMNS)
    .where('council_id', '=', councilId)
    .where('outcome', 'is', null)
    .where('paused_at', 'is', null)
    .where('is_imported', '=', false)
    .where('risk_at', '<=', clock.now())
    .$if(teamIds !== undefined, (query) => query.where('team_id', 'in', [...(teamIds ?? [])]))
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(promiseView);
}
