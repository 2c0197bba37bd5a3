import type { Tx } from '#platform/db';
import { ADDRESS_COLUMNS, type AddressView, toAddressView } from './address-view.ts';

/** One address, ended ones too: an old case still shows where it was. Nothing for a UPRN that the council does not have. */
export async function addressByUprn(tx: Tx, councilId: string, uprn: number): Promise<AddressView | undefined> {
  const row = await tx
    .selectFrom('addresses')
    .select(ADDRESS_COLUMNS)
    .where('addresses.council_id', '=', councilId)
    .where('addresses.uprn', '=', uprn)
    .executeTakeFirst();
  return row && toAddressView(row);
}
