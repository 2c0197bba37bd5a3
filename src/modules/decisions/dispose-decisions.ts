import type { Tx } from '#platform/db';
import { type Counts, deleteInOrder } from '#platform/delete-rows';
import './tables.ts';

/** The decisions and reviews of cases: promises hang on the reviews. For retention alone. */
export async function decisionIdsOf(
  tx: Tx,
  councilId: string,
  caseIds: readonly string[],
): Promise<{ decisionIds: string[]; reviewIds: string[] }> {
  if (caseIds.length === 0) return { decisionIds: [], reviewIds: [] };
  const ids = (table: 'decisions' | 'decision_reviews') =>
    tx
      .selectFrom(table)
      .select('id')
      .where('council_id', '=', councilId)
      .where('case_id', 'in', [...caseIds])
      .execute();
  const [decisions, reviews] = await Promise.all([ids('decisions'), ids('decision_reviews')]);
  return { decisionIds: decisions.map(({ id }) => id), reviewIds: reviews.map(({ id }) => id) };
}

/** Take decisions for good, with their reviews. For retention alone. */
export function disposeDecisions(tx: Tx, councilId: string, caseIds: readonly string[]): Promise<Counts> {
  return deleteInOrder(tx, councilId, [
    ['decision_reviews', 'case_id', caseIds],
    ['decisions', 'case_id', caseIds],
  ]);
}
