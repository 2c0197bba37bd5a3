import type { Tx } from '#platform/db';
import { type Counts, deleteInOrder, sumCounts } from '#platform/delete-rows';
import './tables.ts';

/** Take the accounts of customers for good, with choices and helpers. For retention alone. */
export async function disposeAccounts(tx: Tx, councilId: string, customerIds: readonly string[]): Promise<Counts> {
  if (customerIds.length === 0) return {};
  const accounts = await tx
    .selectFrom('accounts')
    .select('id')
    .where('council_id', '=', councilId)
    .where('customer_id', 'in', [...customerIds])
    .execute();
  const ids = accounts.map(({ id }) => id);
  const own = await deleteInOrder(tx, councilId, [
    ['account_recovery_codes', 'account_id', ids],
    ['account_challenges', 'account_id', ids],
    ['account_registrations', 'account_id', ids],
    ['account_grants', 'account_id', ids],
    ['account_helps', 'account_id', ids],
  ]);
  const theirs = await deleteInOrder(tx, councilId, [
    ['account_grants', 'customer_id', customerIds],
    ['account_choices', 'customer_id', customerIds],
    ['organisations', 'customer_id', customerIds],
    ['accounts', 'customer_id', customerIds],
  ]);
  return sumCounts(own, theirs);
}
