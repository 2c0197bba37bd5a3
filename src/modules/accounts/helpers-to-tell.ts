import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { helpersOf } from './grant-views.ts';
import './tables.ts';

/** Those who get what is written to a customer about their cases, because the customer wants it so. */
export async function helpersToTell(
  tx: Tx,
  clock: Clock,
  councilId: string,
  customerId: string,
): Promise<{ grantId: string; name: string; email: string }[]> {
  const customer = await tx
    .selectFrom('customers')
    .select('cluster_id')
    .where('council_id', '=', councilId)
    .where('id', '=', customerId)
    .executeTakeFirst();
  const helpers = customer ? await helpersOf(tx, clock, councilId, customer.cluster_id) : [];
  return helpers
    .filter(({ acceptedAt, scopes }) => acceptedAt !== null && scopes.includes('messages'))
    .map(({ id, name, email }) => ({ grantId: id, name, email }));
}
