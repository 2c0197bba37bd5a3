import type { Point } from './geometry.ts';

/** British National Grid eastings and northings, in metres. */
export interface GridReference {
  easting: number;
  northing: number;
}

interface Ellipsoid {
  /** Semi-major axis, metres. */
  a: number;
  /** Semi-minor axis, metres. */
  b: number;
}

const AIRY_1830: Ellipsoid = { a: 6_377_563.396, b: 6_356_256.909 };
const WGS_84: Ellipsoid = { a: 6_378_137, b: 6_356_752.3142 };
const TRUE_ORIGIN = { lat: radians(49), lon: radians(-2), easting: 400_000, northing: -100_000 };
const SCALE = 0.999_601_2717;
/** From OSGB36 to WGS 84: metres, and radians of rotation. */
const HELMERT = { x: 446.448, y: -125.157, z: 542.06, scale: -20.4894e-6 };
const ROTATION = { x: seconds(0.1502), y: seconds(0.247), z: seconds(0.8421) };

/**
 * Degrees from a grid reference, for gazetteers that carry only X and Y coordinates. Right to about 5 metres,
 * the limit of a single Helmert transformation.
 *
 * Source: Ordnance Survey, A guide to coordinate systems in Great Britain, annexes B and C.
 */
export function fromNationalGrid({ easting, northing }: GridReference): Point {
  const { lat, lon } = unproject(easting, northing);
  const { x, y, z } = helmert(toCartesian(lat, lon, AIRY_1830));
  return toDegrees(x, y, z);
}

function unproject(easting: number, northing: number) {
  const { a, b } = AIRY_1830;
  let lat = TRUE_ORIGIN.lat;
  let short = northing - TRUE_ORIGIN.northing;
  while (Math.abs(short) >= 0.000_01) {
    lat += short / (a * SCALE);
    short = northing - TRUE_ORIGIN.northing - meridianArc(lat);
  }
  const e2 = 1 - (b * b) / (a * a);
  const nu = (a * SCALE) / Math.sqrt(1 - e2 * Math.sin(lat) ** 2);
  const rho = (nu * (1 - e2)) / (1 - e2 * Math.sin(lat) ** 2);
  return series(lat, { nu, rho, east: easting - TRUE_ORIGIN.easting });
}

/** The roman-numeral terms of annex C. */
function series(lat: number, { nu, rho, east }: { nu: number; rho: number; east: number }) {
  const tan2 = Math.tan(lat) ** 2;
  const sec = 1 / Math.cos(lat);
  const eta2 = nu / rho - 1;
  const vii = Math.tan(lat) / (2 * rho * nu);
  const viii = (Math.tan(lat) / (24 * rho * nu ** 3)) * (5 + 3 * tan2 + eta2 - 9 * tan2 * eta2);
  const ix = (Math.tan(lat) / (720 * rho * nu ** 5)) * (61 + 90 * tan2 + 45 * tan2 ** 2);
  const x = sec / nu;
  const xi = (sec / (6 * nu ** 3)) * (nu / rho + 2 * tan2);
  const xii = (sec / (120 * nu ** 5)) * (5 + 28 * tan2 + 24 * tan2 ** 2);
  return {
    lat: lat - vii * east ** 2 + viii * east ** 4 - ix * east ** 6,
    lon: TRUE_ORIGIN.lon + x * east - xi * east ** 3 + xii * east ** 5,
  };
}

function meridianArc(lat: number): number {
  const { a, b } = AIRY_1830;
  const n = (a - b) / (a + b);
  const [minus, plus] = [lat - TRUE_ORIGIN.lat, lat + TRUE_ORIGIN.lat];
  const terms =
    (1 + n + 1.25 * n ** 2 + 1.25 * n ** 3) * minus -
    (3 * n + 3 * n ** 2 + 2.625 * n ** 3) * Math.sin(minus) * Math.cos(plus) +
    (1.875 * n ** 2 + 1.875 * n ** 3) * Math.sin(2 * minus) * Math.cos(2 * plus) -
    (35 / 24) * n ** 3 * Math.sin(3 * minus) * Math.cos(3 * plus);
  return b * SCALE * terms;
}

function toCartesian(lat: number, lon: number, { a, b }: Ellipsoid) {
  const e2 = 1 - (b * b) / (a * a);
  const nu = a / Math.sqrt(1 - e2 * Math.sin(lat) ** 2);
  return {
    x: nu * Math.cos(lat) * Math.cos(lon),
    y: nu * Math.cos(lat) * Math.sin(lon),
    z: nu * (1 - e2) * Math.sin(lat),
  };
}

function helmert({ x, y, z }: { x: number; y: number; z: number }) {
  const s = 1 + HELMERT.scale;
  return {
    x: HELMERT.x + s * x - ROTATION.z * y + ROTATION.y * z,
    y: HELMERT.y + ROTATION.z * x + s * y - ROTATION.x * z,
    z: HELMERT.z - ROTATION.y * x + ROTATION.x * y + s * z,
  };
}

function toDegrees(x: number, y: number, z: number): Point {
  const { a, b } = WGS_84;
  const e2 = 1 - (b * b) / (a * a);
  const p = Math.hypot(x, y);
  let lat = Math.atan2(z, p * (1 - e2));
  // Each round brings three more digits; four are a millimetre.
  for (let round = 0; round < 4; round++) {
    const nu = a / Math.sqrt(1 - e2 * Math.sin(lat) ** 2);
    lat = Math.atan2(z + e2 * nu * Math.sin(lat), p);
  }
  return { lat: (lat * 180) / Math.PI, lon: (Math.atan2(y, x) * 180) / Math.PI };
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

function seconds(arc: number): number {
  return radians(arc / 3600);
}
