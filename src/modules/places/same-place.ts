import { normaliseAddressLine } from './address-line.ts';
import { distanceMetres, type Point } from './geometry.ts';
import { normalisePostcode } from './postcode.ts';

/** As much as is known of where something is. */
export interface Place {
  uprn?: number | null;
  /** House number or name, with the flat: "14", "Flat 2, 14", "Rose Cottage". */
  house?: string | null;
  postcode?: string | null;
  point?: Point | null;
}

/** Two reports of one pothole stand this far apart at most (contract: "Same place"). */
export const SAME_PLACE_METRES = 30;

/**
 * A key that is equal for two ways of writing one house: "flat 2 / 14" in "rm175aa" and "Flat 2, 14" in "RM17 5AA".
 * Nothing where the house or a whole postcode is missing.
 */
export function houseKey(house: string, postcode: string): string | undefined {
  const line = normaliseAddressLine(house);
  const read = normalisePostcode(postcode);
  return line !== '' && read.ok ? `${line}|${read.postcode}` : undefined;
}

/**
 * Whether two places are one (contract: "Same place"): same UPRN; else same normalised house and postcode; else,
 * for a street service, within 30 metres.
 */
export function samePlace(one: Place, other: Place, kind: 'household' | 'street'): boolean {
  const byUprn = one.uprn && other.uprn ? one.uprn === other.uprn : undefined;
  if (byUprn ?? sameHouse(one, other)) return true;
  return kind === 'street' && near(one, other);
}

function sameHouse(one: Place, other: Place): boolean {
  const [key, otherKey] = [one, other].map(({ house, postcode }) => houseKey(house ?? '', postcode ?? ''));
  return key !== undefined && key === otherKey;
}

function near({ point }: Place, { point: other }: Place): boolean {
  return Boolean(point && other && distanceMetres(point, other) <= SAME_PLACE_METRES);
}
