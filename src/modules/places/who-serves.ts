import type { Tx } from '#platform/db';
import { distanceMetres, type Point } from './geometry.ts';
import { districtAt } from './national-places.ts';

/** Where something is: a point, or a postcode as `normalisePostcode` writes it. */
export type Whereabouts = { point: Point } | { postcode: string };

export type Serves =
  | { inside: true; district: { code: string; name: string } }
  | { inside: false; district: { code: string; name: string } }
  /** Nowhere that the reference data knows: a new postcode, or another part of the country. */
  | { inside: 'unknown' };

/** Past this, the nearest postcode says nothing about who serves a point. */
const NEAREST_METRES = 1_000;

/**
 * Whether a place is in this council's area, and whose it is otherwise: nobody is sent away without a name.
 *
 * @param served the codes of the council's own districts, from its profile.
 */
export async function whoServes(tx: Tx, served: readonly string[], where: Whereabouts): Promise<Serves> {
  const district = 'postcode' in where ? await districtOf(tx, where.postcode) : await districtAround(tx, where.point);
  if (!district) return { inside: 'unknown' };
  return { inside: served.includes(district.code), district };
}

async function districtOf(tx: Tx, postcode: string) {
  return await tx
    .selectFrom('postcodes')
    .innerJoin('districts', 'districts.code', 'postcodes.district_code')
    .select(['districts.code', 'districts.name'])
    .where('postcodes.postcode', '=', postcode)
    .executeTakeFirst();
}

async function districtAround(tx: Tx, point: Point) {
  const known = districtAt(point);
  return known ? { code: known.code, name: known.name } : await nearestDistrict(tx, point);
}

// Two neighbours have no outline, so just across that border the nearest postcode decides.
async function nearestDistrict(tx: Tx, point: Point) {
  const reach = NEAREST_METRES / 69_000;
  const near = await tx
    .selectFrom('postcodes')
    .innerJoin('districts', 'districts.code', 'postcodes.district_code')
    .select(['districts.code', 'districts.name', 'postcodes.lat', 'postcodes.lon'])
    .where('postcodes.lat', '>=', point.lat - reach)
    .where('postcodes.lat', '<', point.lat + reach)
    .where('postcodes.lon', '>=', point.lon - reach)
    .where('postcodes.lon', '<', point.lon + reach)
    .execute();
  const [nearest] = near
    .map(({ code, name, lat, lon }) => ({ code, name, metres: distanceMetres(point, { lat, lon }) }))
    .sort((a, b) => a.metres - b.metres);
  return nearest && nearest.metres <= NEAREST_METRES ? { code: nearest.code, name: nearest.name } : undefined;
}
