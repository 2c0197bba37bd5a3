import { normaliseAddressLine } from './address-line.ts';
import type { RoundPlan } from './define-rounds.ts';
import { INVENTED_STREETS, inventedStreet, postTown } from './demo-streets.ts';
import type { GazetteerAddress } from './gazetteer-row.ts';
import { postcodeLines } from './national-places.ts';
import { houseKey } from './same-place.ts';

interface DemoCollection {
  container: string;
  round: string;
  assisted: boolean;
}

export interface DemoAddress {
  address: GazetteerAddress;
  collections: readonly DemoCollection[];
}

interface DemoOptions {
  /** District codes of the council. */
  districts: readonly string[];
  rounds: readonly RoundPlan[];
  /** Postcodes that must be among them: where the demonstration's people live. */
  include?: readonly string[];
}

/** UPRNs have twelve digits at most and none is known to be allocated from here up. Room for 999 houses a postcode. */
const FIRST_UPRN = 999_000_000_000;
const HOUSES_A_POSTCODE = 1_000;
/** Postcodes that get addresses; with 12 houses on average about 3,000 addresses. */
const POSTCODES = 250;
/** Homes on whose bin day guides and tests can rely: collected on a Tuesday, number 14 with help. */
const TUESDAY_POSTCODE = 'RM9 6HR';
const ASSISTED_HOUSE = 14;
const TUESDAY = 2;

interface PostcodeRow {
  postcode: string;
  /** Its place in the national file, which makes the UPRN: it stays the same whatever else is chosen. */
  index: number;
  lat: number;
  lon: number;
  district: string;
}

/**
 * Invented addresses on real postcodes of the council's districts: the same ones every time. Houses 1 to n of a street
 * that does not exist, each with its containers, on the rounds of one weekday; one in twenty is collected with help.
 */
export function demoAddresses({ districts, rounds, include = [] }: DemoOptions): DemoAddress[] {
  const wanted = new Set([...include, TUESDAY_POSTCODE]);
  return choose(servedPostcodes(districts), wanted).flatMap((row, street) =>
    housesOf(row, inventedStreet(street), rounds),
  );
}

function servedPostcodes(districts: readonly string[]): PostcodeRow[] {
  const [, ...lines] = postcodeLines().lines;
  return lines
    .map((line, index) => {
      const [postcode = '', lat, lon, district = ''] = line.split(',');
      return { postcode, index, lat: Number(lat), lon: Number(lon), district };
    })
    .filter(({ district }) => districts.includes(district));
}

/** Those that must be in, and an even spread of the others over the area. */
function choose(served: PostcodeRow[], wanted: ReadonlySet<string>): PostcodeRow[] {
  const step = Math.max(1, Math.floor(served.length / POSTCODES));
  return served.filter(({ postcode }, index) => index % step === 0 || wanted.has(postcode)).slice(0, INVENTED_STREETS);
}

function housesOf(row: PostcodeRow, street: string, rounds: readonly RoundPlan[]): DemoAddress[] {
  // From 8 to 16 houses; the postcode of the reliable homes has them all.
  const houses = row.postcode === TUESDAY_POSTCODE ? 16 : 8 + (row.index % 9);
  const today = roundsOfDay(row, rounds);
  return Array.from({ length: houses }, (_, index) => ({
    address: house(row, street, index + 1),
    collections: collectionsOf(row, index + 1, today),
  }));
}

function roundsOfDay({ postcode, index }: PostcodeRow, rounds: readonly RoundPlan[]): RoundPlan[] {
  const weekdays = [...new Set(rounds.map(({ weekday }) => weekday))].sort();
  const weekday = postcode === TUESDAY_POSTCODE ? TUESDAY : weekdays[index % weekdays.length];
  return rounds.filter((round) => round.weekday === weekday);
}

function house({ postcode, index, lat, lon }: PostcodeRow, street: string, number: number): GazetteerAddress {
  const town = postTown(postcode);
  return {
    uprn: FIRST_UPRN + index * HOUSES_A_POSTCODE + number,
    line: `${number} ${street}, ${town}`,
    house: String(number),
    houseKey: houseKey(String(number), postcode) ?? '',
    street,
    streetKey: normaliseAddressLine(street),
    locality: null,
    town,
    postcode,
    // Some ten metres apart along the street, odd and even across from each other.
    lat: rounded(lat + (number % 2 === 0 ? 0.000_1 : -0.000_1)),
    lon: rounded(lon + (number - 8) * 0.000_07),
    class: 'RD',
    isHistorical: false,
  };
}

function collectionsOf(
  { postcode, index }: PostcodeRow,
  number: number,
  rounds: readonly RoundPlan[],
): DemoCollection[] {
  const assisted = postcode === TUESDAY_POSTCODE ? number === ASSISTED_HOUSE : (index + number) % 20 === 0;
  return rounds
    .flatMap(({ slug, containers }) => containers.map((container) => ({ container, round: slug, assisted })))
    .filter(({ container }) => container !== 'garden' || number % 2 === 0);
}

function rounded(degrees: number): number {
  return Number(degrees.toFixed(6));
}
