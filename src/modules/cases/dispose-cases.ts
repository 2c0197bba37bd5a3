import type { Tx } from '#platform/db';
import { type Counts, deleteInOrder } from '#platform/delete-rows';
import './tables.ts';

/** Take cases for good with all that is theirs alone: jobs, story, endings, parties. For retention alone. */
export async function disposeCases(tx: Tx, councilId: string, caseIds: readonly string[]): Promise<Counts> {
  const jobIds = await jobIdsOf(tx, councilId, caseIds);
  return deleteInOrder(tx, councilId, [
    ['job_entries', 'job_id', jobIds],
    ['jobs', 'case_id', caseIds],
    ['case_entries', 'case_id', caseIds],
    ['case_endings', 'case_id', caseIds],
    ['case_parties', 'case_id', caseIds],
    ['incident_members', 'case_id', caseIds],
    ['cases', 'id', caseIds],
  ]);
}

/** The job sheets of these cases: promises, files and events hang on them too. */
export async function jobIdsOf(tx: Tx, councilId: string, caseIds: readonly string[]): Promise<string[]> {
  if (caseIds.length === 0) return [];
  const rows = await tx
    .selectFrom('jobs')
    .select('id')
    .where('council_id', '=', councilId)
    .where('case_id', 'in', [...caseIds])
    .execute();
  return rows.map(({ id }) => id);
}

/** Take those who were told of an incident, by the contact or the customer that they are. For retention alone. */
export function disposeIncidentMembers(
  tx: Tx,
  councilId: string,
  by: { column: 'contact_id' | 'customer_id'; ids: readonly string[] },
): Promise<Counts> {
  return deleteInOrder(tx, councilId, [['incident_members', by.column, by.ids]]);
}
