import type { Tx } from '#platform/db';
import './tables.ts';

/** Whether there is a record of this id, open or joined to another: what a program names must be there. */
export async function isCustomer(tx: Tx, councilId: string, customerId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('customers')
    .select('id')
    .where('council_id', '=', councilId)
    .where('id', '=', customerId)
    .executeTakeFirst();
  return row !== undefined;
}
