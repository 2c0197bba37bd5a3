import type { Tx } from '#platform/db';
import { type BulkScope, MOST_CASES } from './bulk-change.ts';
import '../tables.ts';

/** The ids of the open cases in scope, oldest first; one more than may be changed says that there are too many. */
export async function casesInScope(tx: Tx, councilId: string, scope: BulkScope): Promise<string[]> {
  if (!isNarrow(scope)) return [];
  const { caseIds = null, service = null, teamId = null, wardCode = null, openedFrom = null, openedTo = null } = scope;
  const rows = await tx
    .selectFrom('cases')
    .select('id')
    .where('council_id', '=', councilId)
    .where('ended_at', 'is', null)
    .$if(caseIds !== null, (query) => query.where('id', 'in', [...(caseIds ?? [])]))
    .$if(service !== null, (query) => query.where('service_slug', '=', service ?? ''))
    .$if(teamId !== null, (query) => query.where('team_id', '=', teamId ?? ''))
    .$if(wardCode !== null, (query) => query.where('ward_code', '=', wardCode))
    .$if(openedFrom !== null, (query) => query.where('opened_at', '>=', openedFrom ?? NEVER))
    .$if(openedTo !== null, (query) => query.where('opened_at', '<', openedTo ?? NEVER))
    .orderBy('id')
    .limit(MOST_CASES + 1)
    .execute();
  return rows.map(({ id }) => id);
}

const NEVER = new Date(0);

/** "All open cases" is nobody's storm: something must be named. */
function isNarrow({ caseIds, service, teamId, wardCode }: BulkScope): boolean {
  return caseIds ? caseIds.length > 0 : [service, teamId, wardCode].some(Boolean);
}
