import type { Tx } from '#platform/db';
import { ADDRESS_COLUMNS, type AddressView, inStreetOrder, toAddressView } from './address-view.ts';

/** The largest postcode has 100 delivery points; a council's own list may hold more in a tower. */
const MOST_IN_A_POSTCODE = 500;

/**
 * The addresses of one postcode that are still in use, in the order of the street.
 *
 * @param postcode as `normalisePostcode` writes it; another spelling finds nothing.
 */
export async function findAddresses(tx: Tx, councilId: string, postcode: string): Promise<AddressView[]> {
  const rows = await tx
    .selectFrom('addresses')
    .select(ADDRESS_COLUMNS)
    .where('addresses.council_id', '=', councilId)
    .where('addresses.postcode', '=', postcode)
    .where('addresses.ended_at', 'is', null)
    .limit(MOST_IN_A_POSTCODE)
    .execute();
  return inStreetOrder(rows.map(toAddressView));
}
