import type { Tx } from '#platform/db';
import { fileIdsIn } from './file-ids-in.ts';
import './tables.ts';

export interface OwnCase {
  id: string;
  reference: string;
  title: string;
}

/** Every case of these customers (all records of one person), as their own (see `isPartyOf`); open and ended. */
export async function ownCases(tx: Tx, councilId: string, customerIds: readonly string[]): Promise<OwnCase[]> {
  if (customerIds.length === 0) return [];
  return tx
    .selectFrom('case_parties as p')
    .innerJoin('cases as c', (join) => join.onRef('c.council_id', '=', 'p.council_id').onRef('c.id', '=', 'p.case_id'))
    .select(['c.id', 'c.reference', 'c.title'])
    .distinct()
    .where('p.council_id', '=', councilId)
    .where('p.customer_id', 'in', [...customerIds])
    .where('p.role', 'not in', ['follower', 'helper'])
    .where('p.ended_at', 'is', null)
    .execute();
}

/** The files that colleagues added to cases for each other: for nobody else. */
export async function filesForStaff(tx: Tx, councilId: string, caseIds: readonly string[]): Promise<string[]> {
  if (caseIds.length === 0) return [];
  const rows = await tx
    .selectFrom('case_entries')
    .select('data')
    .where('council_id', '=', councilId)
    .where('case_id', 'in', [...caseIds])
    .where('audience', '=', 'staff')
    .execute();
  return rows.flatMap(({ data }) => fileIdsIn(data));
}
