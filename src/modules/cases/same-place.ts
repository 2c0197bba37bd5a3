import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import { SAME_PLACE_METRES } from '#modules/places';
import type { Database } from '#platform/db';
import type { PlaceColumns } from './case-place.ts';
import './tables.ts';

const METRES_A_DEGREE = 111_195;

interface Box {
  south: number;
  north: number;
  west: number;
  east: number;
}

/** The square around a point that holds everything within so many metres: what an index can find. */
function boxAround({ lat, lon }: { lat: number; lon: number }, metres: number): Box {
  const up = metres / METRES_A_DEGREE;
  const across = up / Math.cos((lat * Math.PI) / 180);
  return { south: lat - up, north: lat + up, west: lon - across, east: lon + across };
}

/**
 * Whether a case is at this place (contract, "Same place"): same UPRN; else same house and postcode; else, for a
 * street service, within 30 metres. Two different UPRNs are two places however near. Undefined: nothing to compare.
 */
export function atSamePlace(
  eb: ExpressionBuilder<Database, 'cases'>,
  place: PlaceColumns,
  kind: 'household' | 'point' | 'none',
): ExpressionWrapper<Database, 'cases', SqlBool> | undefined {
  const otherUprn = place.uprn === null ? undefined : eb.or([eb('uprn', 'is', null), eb('uprn', '=', place.uprn)]);
  const ways = [
    place.uprn === null ? undefined : eb('uprn', '=', place.uprn),
    place.house_key === null ? undefined : eb('house_key', '=', place.house_key),
    kind === 'point' ? near(eb, place, SAME_PLACE_METRES) : undefined,
  ].filter((way) => way !== undefined);
  if (ways.length === 0) return undefined;
  return otherUprn ? eb.and([otherUprn, eb.or(ways)]) : eb.or(ways);
}

/** Within so many metres of a point, on a sphere; the box comes first, since an index can answer it. */
export function near(
  eb: ExpressionBuilder<Database, 'cases'>,
  { lat, lon }: { lat: number | null; lon: number | null },
  metres: number,
): ExpressionWrapper<Database, 'cases', SqlBool> | undefined {
  if (lat === null || lon === null) return undefined;
  const { south, north, west, east } = boxAround({ lat, lon }, metres);
  return eb.and([
    eb('lat', '>=', south),
    eb('lat', '<=', north),
    eb('lon', '>=', west),
    eb('lon', '<=', east),
    sql<SqlBool>`${metresFrom({ lat, lon })} <= ${metres}`,
  ]);
}

/** Metres from a point to the case's, good to a few centimetres over a few hundred metres. */
export function metresFrom({ lat, lon }: { lat: number; lon: number }) {
  const across = METRES_A_DEGREE * Math.cos((lat * Math.PI) / 180);
  return sql<number>`sqrt(power((lat - ${lat}::float8) * ${METRES_A_DEGREE}::float8, 2) + power((lon - ${lon}::float8) * ${across}::float8, 2))`;
}
