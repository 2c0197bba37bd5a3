import type { Tx } from '#platform/db';
import type { CustomerDetails } from './register-customer.ts';
import './tables.ts';

/** The details of one record as `changeCustomer` takes them, for whoever changes one of them and keeps the others. */
export async function customerRecord(
  tx: Tx,
  councilId: string,
  customerId: string,
): Promise<Required<CustomerDetails> | undefined> {
  const row = await tx
    .selectFrom('customers')
    .selectAll()
    .where('council_id', '=', councilId)
    .where('id', '=', customerId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { kind, type, name, uprn, address, postcode, language, interpreter } = row;
  return {
    kind,
    type,
    name,
    givenName: row.given_name,
    familyName: row.family_name,
    bornOn: row.born_on,
    uprn,
    address,
    postcode,
    language,
    interpreter,
    accessNeed: row.access_need,
  };
}
