import type { Tx } from '#platform/db';
import { type Counts, deleteInOrder } from '#platform/delete-rows';
import './tables.ts';

/** The pieces of cases: their files hang on them. For retention alone. */
export async function evidenceIdsOf(tx: Tx, councilId: string, caseIds: readonly string[]): Promise<string[]> {
  if (caseIds.length === 0) return [];
  const rows = await tx
    .selectFrom('evidence')
    .select('id')
    .where('council_id', '=', councilId)
    .where('case_id', 'in', [...caseIds])
    .execute();
  return rows.map(({ id }) => id);
}

/** Take pieces of evidence for good, with their history. For retention alone. */
export function disposeEvidence(tx: Tx, councilId: string, evidenceIds: readonly string[]): Promise<Counts> {
  return deleteInOrder(tx, councilId, [
    ['evidence_history', 'evidence_id', evidenceIds],
    ['evidence', 'id', evidenceIds],
  ]);
}
