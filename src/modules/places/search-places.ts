import { distance } from 'fastest-levenshtein';
import { sql } from 'kysely';
import type { Tx } from '#platform/db';
import { normaliseAddressLine } from './address-line.ts';
import { ADDRESS_COLUMNS, type AddressView, inStreetOrder, toAddressView } from './address-view.ts';
import { findAddresses } from './find-addresses.ts';
import type { Point } from './geometry.ts';
import { type Ward, wardAt } from './national-places.ts';
import { type PlaceWords, readPlaceWords } from './read-place-words.ts';

export type PlaceFound =
  | { kind: 'address'; address: AddressView }
  | { kind: 'street'; name: string; town: string; point: Point; addresses: number }
  /** A postcode that exists and has no address of this council: ask `whoServes`. */
  | { kind: 'postcode'; postcode: string; point: Point }
  | { kind: 'point'; point: Point; ward: Ward | undefined };

const MOST_FOUND = 50;
const MOST_STREETS = 20;
/** Letters that may be wrong, missing or too many in the name of a street. */
const SLIPS = 2;

/**
 * Find a place by what somebody typed or said: a postcode, a house and postcode, a house and street, a street
 * (any of its words, a slip or two), or coordinates. Best first; nothing when nothing is like it.
 *
 * Streets stand in a table of their own, some thousands a council, so that the search reads through the council's key:
 * LIKE is not leakproof, and over the addresses it would lose its index under the row-level policy.
 */
export async function searchPlaces(tx: Tx, councilId: string, typed: string): Promise<PlaceFound[]> {
  const words = readPlaceWords(typed);
  switch (words.kind) {
    case 'nothing':
      return [];
    case 'point':
      return [{ kind: 'point', point: words.point, ward: wardAt(words.point) }];
    case 'postcode':
      return await byPostcode(tx, councilId, words);
    case 'street':
      return await byStreet(tx, councilId, words);
  }
}

async function byPostcode(
  tx: Tx,
  councilId: string,
  { postcode, house }: Extract<PlaceWords, { kind: 'postcode' }>,
): Promise<PlaceFound[]> {
  const all = await findAddresses(tx, councilId, postcode);
  const wanted = all.filter((address) => isHouse(address, house));
  if (all.length > 0) return asFound(wanted.length > 0 ? wanted : all);
  const known = await tx
    .selectFrom('postcodes')
    .select(['postcode', 'lat', 'lon'])
    .where('postcode', '=', postcode)
    .executeTakeFirst();
  return known ? [{ kind: 'postcode', postcode, point: { lat: known.lat, lon: known.lon } }] : [];
}

/** "14" and "14 ELM ROAD" are both number 14; "1" is not. */
function isHouse({ house }: AddressView, wanted: string): boolean {
  const key = normaliseAddressLine(house);
  return wanted !== '' && (wanted === key || wanted.startsWith(`${key} `));
}

async function byStreet(
  tx: Tx,
  councilId: string,
  { house, words }: Extract<PlaceWords, { kind: 'street' }>,
): Promise<PlaceFound[]> {
  const streets = await findStreets(tx, councilId, words);
  if (house === '' || streets.length === 0) return streets.map(asStreet);
  const rows = await tx
    .selectFrom('addresses')
    .select(ADDRESS_COLUMNS)
    .where('council_id', '=', councilId)
    .where('street_key', 'in', [...new Set(streets.map(({ street_key }) => street_key))])
    .where('house_key', 'like', `${house}|%`)
    .where('ended_at', 'is', null)
    .limit(MOST_FOUND)
    .execute();
  return rows.length > 0 ? asFound(inStreetOrder(rows.map(toAddressView))) : streets.map(asStreet);
}

type StreetRow = Awaited<ReturnType<typeof withAllWords>>[number];

async function findStreets(tx: Tx, councilId: string, words: string): Promise<StreetRow[]> {
  const found = await withAllWords(tx, councilId, words.split(' '));
  if (found.length > 0) return nearestFirst(found, words).slice(0, MOST_STREETS);
  const all = await withAllWords(tx, councilId, []);
  return nearestFirst(all, words)
    .filter((street) => slips(street, words) <= SLIPS)
    .slice(0, MOST_STREETS);
}

/** Streets in which every word begins a word of the name or the town. */
function withAllWords(tx: Tx, councilId: string, words: string[]) {
  const name = sql<string>`' ' || street_key || ' ' || upper(town)`;
  return words
    .reduce(
      (query, word) => query.where(name, 'like', `% ${word}%`),
      tx.selectFrom('streets').selectAll().where('council_id', '=', councilId),
    )
    .execute();
}

function nearestFirst(streets: StreetRow[], words: string): StreetRow[] {
  return streets
    .map((street) => ({ street, far: slips(street, words) }))
    .sort((a, b) => a.far - b.far || (a.street.name < b.street.name ? -1 : 1))
    .map(({ street }) => street);
}

function slips({ street_key, town }: StreetRow, words: string): number {
  return Math.min(distance(street_key, words), distance(`${street_key} ${town.toUpperCase()}`, words));
}

function asFound(addresses: AddressView[]): PlaceFound[] {
  return addresses.slice(0, MOST_FOUND).map((address) => ({ kind: 'address', address }));
}

function asStreet({ name, town, lat, lon, addresses }: StreetRow): PlaceFound {
  return { kind: 'street', name, town, point: { lat, lon }, addresses };
}
