import type { Tx } from '#platform/db';
import { customerKeys } from './customer-keys.ts';

/** Write the search keys of one record afresh, in the transaction that changed it. */
export async function writeKeys(tx: Tx, councilId: string, customerId: string): Promise<void> {
  const customer = await tx
    .selectFrom('customers')
    .select(['name', 'given_name', 'family_name', 'born_on', 'address', 'postcode'])
    .where('council_id', '=', councilId)
    .where('id', '=', customerId)
    .executeTakeFirstOrThrow();
  const reaches = await tx
    .selectFrom('customer_reaches')
    .select(['kind', 'value'])
    .where('council_id', '=', councilId)
    .where('customer_id', '=', customerId)
    .where('ended_at', 'is', null)
    .execute();
  const keys = customerKeys({
    name: customer.name,
    givenName: customer.given_name,
    familyName: customer.family_name,
    bornOn: customer.born_on,
    address: customer.address,
    postcode: customer.postcode,
    phones: reaches.filter(({ kind }) => kind === 'phone' || kind === 'mobile').map(({ value }) => value),
    emails: reaches.filter(({ kind }) => kind === 'email').map(({ value }) => value),
  });
  await tx
    .deleteFrom('customer_keys')
    .where('council_id', '=', councilId)
    .where('customer_id', '=', customerId)
    .execute();
  if (keys.length === 0) return;
  await tx
    .insertInto('customer_keys')
    .values(keys.map((key) => ({ council_id: councilId, customer_id: customerId, key })))
    .execute();
}
