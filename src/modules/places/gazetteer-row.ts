import { normaliseAddressLine } from './address-line.ts';
import type { Point } from './geometry.ts';
import { fromNationalGrid } from './national-grid.ts';
import { normalisePostcode } from './postcode.ts';
import { houseKey } from './same-place.ts';

/** One row of a gazetteer file, by its own column names in upper case. */
export type GazetteerRow = Readonly<Record<string, string | undefined>>;

export interface GazetteerAddress {
  uprn: number;
  line: string;
  house: string;
  houseKey: string;
  street: string;
  streetKey: string;
  locality: string | null;
  town: string;
  postcode: string;
  lat: number;
  lon: number;
  /** BS 7666 classification: R is residential, C commercial. */
  class: string;
  /** No longer in use: demolished, merged, or an alias that was closed. */
  isHistorical: boolean;
}

export type ReadRow = { ok: true; address: GazetteerAddress } | { ok: false; reason: string };

// The same thing under the names of AddressBase (Core, Plus, Premium) and of LLPG extracts, first found first used.
const COLUMNS = {
  uprn: ['UPRN'],
  organisation: ['ORGANISATION_NAME', 'ORGANISATION', 'LA_ORGANISATION'],
  flat: ['SUB_BUILDING_NAME', 'SAO_TEXT', 'SUB_BUILDING'],
  building: ['BUILDING_NAME', 'PAO_TEXT'],
  street: ['THOROUGHFARE', 'THOROUGHFARE_NAME', 'STREET_DESCRIPTION', 'STREET_NAME', 'STREET_DESCRIPTOR'],
  smallStreet: ['DEPENDENT_THOROUGHFARE', 'DEPENDENT_THOROUGHFARE_NAME'],
  locality: ['DEPENDENT_LOCALITY', 'LOCALITY', 'LOCALITY_NAME'],
  town: ['POST_TOWN', 'TOWN_NAME', 'TOWN'],
  postcode: ['POSTCODE', 'POSTCODE_LOCATOR'],
  lat: ['LATITUDE', 'LAT'],
  lon: ['LONGITUDE', 'LON', 'LONG'],
  x: ['X_COORDINATE', 'EASTING', 'X'],
  y: ['Y_COORDINATE', 'NORTHING', 'Y'],
  class: ['CLASSIFICATION_CODE', 'CLASS', 'BLPU_CLASS', 'CLASSIFICATION'],
  status: ['LOGICAL_STATUS', 'LPI_LOGICAL_STATUS', 'BLPU_LOGICAL_STATUS', 'STATUS'],
} as const satisfies Record<string, readonly string[]>;
type Field = keyof typeof COLUMNS;

/** LOGICAL_STATUS 8 and the words that extracts use for it. */
const HISTORICAL = new Set(['8', 'HISTORICAL', 'HISTORIC', 'ENDED', 'CLOSED']);
const UPRN = /^\d{1,12}$/;

/** Read one row, or say what keeps it from being an address that somebody could choose. */
export function readGazetteerRow(row: GazetteerRow): ReadRow {
  const uprn = text(row, 'uprn');
  if (!UPRN.test(uprn) || Number(uprn) === 0) return refused('UPRN is not a number of 1 to 12 digits');
  const postcode = normalisePostcode(text(row, 'postcode'));
  if (!postcode.ok) return refused('POSTCODE is missing or not a postcode');
  const point = pointOf(row);
  if (!point) return refused('LATITUDE and LONGITUDE, or X and Y coordinates, are missing or outside Great Britain');
  const street = streetOf(row);
  const house = houseOf(row);
  const key = houseKey(house, postcode.postcode);
  if (key === undefined) return refused('There is no building number, building name or organisation');
  const town = cased(text(row, 'town'));
  if (town === '') return refused('POST_TOWN is missing');

  const locality = cased(text(row, 'locality')) || null;
  return {
    ok: true,
    address: {
      uprn: Number(uprn),
      line: [`${house}${startsWithNumber(house) ? ' ' : ', '}${street}`.replace(/[ ,]+$/, ''), locality, town]
        .filter(Boolean)
        .join(', '),
      house,
      houseKey: key,
      street,
      streetKey: normaliseAddressLine(street),
      locality,
      town,
      postcode: postcode.postcode,
      ...point,
      class: text(row, 'class').toUpperCase() || 'R',
      isHistorical: HISTORICAL.has(text(row, 'status').toUpperCase()),
    },
  };
}

function text(row: GazetteerRow, field: Field): string {
  for (const column of COLUMNS[field]) {
    const value = row[column]?.trim();
    if (value) return value.slice(0, 200);
  }
  return '';
}

/** Flat, building and number in the order of an envelope: "Flat 2, Rose Court, 14". */
function houseOf(row: GazetteerRow): string {
  const flat = text(row, 'flat') || range(row, 'SAO');
  const number = row['BUILDING_NUMBER']?.trim() || range(row, 'PAO');
  const parts = [cased(flat), cased(text(row, 'building')), number].filter((part) => part !== '');
  return parts.join(', ') || cased(text(row, 'organisation'));
}

/** LLPG numbers come in pieces: start number and suffix, end number and suffix ("7A-9"). */
function range(row: GazetteerRow, object: 'SAO' | 'PAO'): string {
  const piece = (name: string) => row[`${object}_${name}`]?.trim() ?? '';
  const start = piece('START_NUMBER') + piece('START_SUFFIX');
  const end = piece('END_NUMBER') + piece('END_SUFFIX');
  return start && end ? `${start}-${end}` : start;
}

function streetOf(row: GazetteerRow): string {
  return [text(row, 'smallStreet'), text(row, 'street')].filter(Boolean).map(cased).join(', ');
}

function pointOf(row: GazetteerRow): Point | undefined {
  const [lat, lon] = [numberOf(row, 'lat'), numberOf(row, 'lon')];
  const [x, y] = [numberOf(row, 'x'), numberOf(row, 'y')];
  const given = lat !== undefined && lon !== undefined ? { lat, lon } : undefined;
  const point =
    given ?? (x !== undefined && y !== undefined ? fromNationalGrid({ easting: x, northing: y }) : undefined);
  return point && isInBritain(point) ? point : undefined;
}

function numberOf(row: GazetteerRow, field: Field): number | undefined {
  const value = text(row, field);
  return value !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined;
}

function isInBritain({ lat, lon }: Point): boolean {
  return lat > 49 && lat < 61.5 && lon > -9 && lon < 2.5;
}

/** "ROSE COURT" is written "Rose Court"; what has small letters already is left as it is. */
function cased(line: string): string {
  if (line !== line.toUpperCase()) return line;
  return line.toLowerCase().replace(/(^|[\s\-(/])\p{L}/gu, (start) => start.toUpperCase());
}

function startsWithNumber(house: string): boolean {
  return /^\d/.test(house);
}

function refused(reason: string): ReadRow {
  return { ok: false, reason };
}
