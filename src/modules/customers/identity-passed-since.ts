import type { Tx } from '#platform/db';
import './tables.ts';

/** Whether somebody was found to be this customer, by the council's rule, since an instant. */
export async function identityPassedSince(
  tx: Tx,
  councilId: string,
  { customerId, since }: { customerId: string; since: Date },
): Promise<boolean> {
  const row = await tx
    .selectFrom('identity_checks')
    .select('id')
    .where('council_id', '=', councilId)
    .where('customer_id', '=', customerId)
    .where('passed', '=', true)
    .where('at', '>=', since)
    .executeTakeFirst();
  return row !== undefined;
}
