import { normaliseAddressLine } from './address-line.ts';
import type { Point } from './geometry.ts';
import { normalisePostcode } from './postcode.ts';

/** What somebody typed to say where, read as one of four things. */
export type PlaceWords =
  | { kind: 'nothing' }
  | { kind: 'point'; point: Point }
  /** `house` is everything before the postcode in comparing form, empty when there was none. */
  | { kind: 'postcode'; postcode: string; house: string }
  | { kind: 'street'; house: string; words: string };

const MAX_TYPED = 200;
const COORDINATES = /^\s*\(?\s*(-?\d{1,2}\.\d+)\s*[,;\s]\s*(-?\d{1,3}\.\d+)\s*\)?\s*$/;
const POSTCODE_AT_END = /(?:^|[\s,])([a-z]{1,2}\d[a-z\d]?[\s.-]*[\doil][a-z]{2})\s*$/i;
/** A number with its letter ("14", "12A", "7-9"), and what comes before it ("FLAT 2 14"). */
const HOUSE_FIRST = /^((?:\S+ )*?\d+[A-Z]?(?: \d+[A-Z]?)*) (?=\D)(.+)$/;

/** Coordinates; a postcode with or without a house; a house and a street; or the words of a street. */
export function readPlaceWords(typed: string): PlaceWords {
  const text = typed.slice(0, MAX_TYPED).trim();
  const point = readCoordinates(text);
  if (point) return { kind: 'point', point };

  const atEnd = POSTCODE_AT_END.exec(text);
  const postcode = normalisePostcode(atEnd?.[1] ?? text);
  if (postcode.ok) {
    return {
      kind: 'postcode',
      postcode: postcode.postcode,
      house: normaliseAddressLine(text.slice(0, atEnd?.index ?? 0)),
    };
  }
  return readStreet(text);
}

function readCoordinates(text: string): Point | undefined {
  const [, lat, lon] = COORDINATES.exec(text) ?? [];
  const point = { lat: Number(lat), lon: Number(lon) };
  return Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180 ? point : undefined;
}

function readStreet(text: string): PlaceWords {
  const line = normaliseAddressLine(text);
  if (line === '') return { kind: 'nothing' };
  const [, house, words] = HOUSE_FIRST.exec(line) ?? [];
  if (house && words) return { kind: 'street', house, words };

  const [name = '', ...rest] = text.split(',');
  const after = normaliseAddressLine(rest.join(' '));
  return after === ''
    ? { kind: 'street', house: '', words: line }
    : { kind: 'street', house: normaliseAddressLine(name), words: after };
}
