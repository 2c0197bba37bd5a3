/** A point in WGS 84 degrees, as phones and maps give it. */
export interface Point {
  lat: number;
  lon: number;
}

/** GeoJSON order: longitude first. A ring's last point repeats its first. */
export type Ring = readonly (readonly number[])[];

/** Outer ring first, holes after it. */
export interface Outline {
  type: 'MultiPolygon';
  coordinates: readonly (readonly Ring[])[];
}

const EARTH_RADIUS_METRES = 6_371_008.8;

/** Metres between two points over the ground (haversine on a sphere: within 0.5%). */
export function distanceMetres(from: Point, to: Point): number {
  const across = Math.sin(radians(to.lon - from.lon) / 2) ** 2;
  const along = Math.sin(radians(to.lat - from.lat) / 2) ** 2;
  const chord = along + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * across;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Whether a point lies in an outline; a point in a hole does not. On the very edge either answer may come. */
export function inOutline(outline: Outline, point: Point): boolean {
  return outline.coordinates.some((rings) => rings.filter((ring) => inRing(ring, point)).length % 2 === 1);
}

/** Counts how often a line to the east crosses the ring: odd is inside. */
function inRing(ring: Ring, { lat, lon }: Point): boolean {
  let inside = false;
  let previous = ring.at(-1);
  for (const corner of ring) {
    const [x = 0, y = 0] = corner;
    const [px = 0, py = 0] = previous ?? corner;
    if (y > lat !== py > lat && lon < ((px - x) * (lat - y)) / (py - y) + x) inside = !inside;
    previous = corner;
  }
  return inside;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
