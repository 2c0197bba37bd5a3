import { findAddresses, normalisePostcode, whoServes } from '#modules/places';
import type { Tx } from '#platform/db';
import type { AddressesFound } from './kinds/kind.ts';
import type { Question } from './question-schema.ts';

/** What was found for the address questions of a page, by the id of the question. */
export type FoundAddresses = ReadonlyMap<string, AddressesFound>;

interface AddressFields {
  councilId: string;
  /** The council's profile: its districts, and the names of its neighbours. */
  profile: { districts: readonly string[]; neighbours: readonly { district: string; name: string }[] };
  questions: readonly Question[];
  /** What stands in the fields of the page, typed now or answered before. */
  values: Readonly<Record<string, unknown>>;
}

/** The addresses of the postcodes that stand in the address questions of a page; none for what is no postcode. */
export async function findTypedAddresses(
  tx: Tx,
  { questions, values, ...council }: AddressFields,
): Promise<FoundAddresses> {
  const found = new Map<string, AddressesFound>();
  for (const { id, kind } of questions) {
    const typed = values[`${id}-postcode`];
    if (kind !== 'address' || typeof typed !== 'string') continue;
    const read = normalisePostcode(typed.trim());
    if (read.ok) found.set(id, await addressesOf(tx, council, read.postcode));
  }
  return found;
}

async function addressesOf(
  tx: Tx,
  { councilId, profile }: Pick<AddressFields, 'councilId' | 'profile'>,
  postcode: string,
): Promise<AddressesFound> {
  const addresses = await findAddresses(tx, councilId, postcode);
  if (addresses.length > 0) return { postcode, addresses, elsewhere: null };
  const serves = await whoServes(tx, profile.districts, { postcode });
  if (serves.inside !== false) return { postcode, addresses, elsewhere: null };
  const neighbour = profile.neighbours.find(({ district }) => district === serves.district.code);
  return { postcode, addresses, elsewhere: neighbour?.name ?? serves.district.name };
}
