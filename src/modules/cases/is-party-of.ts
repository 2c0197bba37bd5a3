import type { Tx } from '#platform/db';
import './tables.ts';

/**
 * Whether a case is one of these customers', as their own: a mere follower's is not, and a helper sees it only by the
 * right that the person helped has given and may take back.
 */
export async function isPartyOf(
  tx: Tx,
  councilId: string,
  { caseId, customerIds }: { caseId: string; customerIds: readonly string[] },
): Promise<boolean> {
  if (customerIds.length === 0) return false;
  const row = await tx
    .selectFrom('case_parties')
    .select('id')
    .where('council_id', '=', councilId)
    .where('case_id', '=', caseId)
    .where('customer_id', 'in', [...customerIds])
    .where('role', 'not in', ['follower', 'helper'])
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
