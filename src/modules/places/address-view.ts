import type { Point } from './geometry.ts';

/** An address as pages and other modules see it. */
export interface AddressView {
  uprn: number;
  /** The whole address on one line, without the postcode: "14 Larkmere Way, Dagenham". */
  line: string;
  house: string;
  street: string;
  town: string;
  postcode: string;
  point: Point;
  wardCode: string | null;
  /** Made up for the demonstration: a page that shows it says so. */
  isInvented: boolean;
}

export const ADDRESS_COLUMNS = [
  'addresses.uprn',
  'addresses.line',
  'addresses.house',
  'addresses.street',
  'addresses.town',
  'addresses.postcode',
  'addresses.lat',
  'addresses.lon',
  'addresses.ward_code',
  'addresses.is_invented',
] as const;

export interface AddressRow {
  uprn: number;
  line: string;
  house: string;
  street: string;
  town: string;
  postcode: string;
  lat: number;
  lon: number;
  ward_code: string | null;
  is_invented: boolean;
}

export function toAddressView({ lat, lon, ward_code, is_invented, ...row }: AddressRow): AddressView {
  return { ...row, point: { lat, lon }, wardCode: ward_code, isInvented: is_invented };
}

const byHouse = new Intl.Collator('en', { numeric: true });

/** In the order of a street: 2 before 10, 10 before 10A, flats together. */
export function inStreetOrder(addresses: AddressView[]): AddressView[] {
  return addresses.sort((a, b) => byHouse.compare(a.street, b.street) || byHouse.compare(a.house, b.house));
}
