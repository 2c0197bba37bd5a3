import { houseKey } from '#modules/places';

/** Where something is, as far as it is known. */
export interface CasePlace {
  uprn?: number | null;
  /** House number or name, with the flat. */
  house?: string | null;
  postcode?: string | null;
  /** As it is said: "14 Elm Road, Grays", "outside the library". */
  words?: string | null;
  lat?: number | null;
  lon?: number | null;
  wardCode?: string | null;
}

export interface PlaceColumns {
  uprn: number | null;
  house_key: string | null;
  place: string | null;
  postcode: string | null;
  lat: number | null;
  lon: number | null;
  ward_code: string | null;
}

/** A place as a case keeps it. */
export function placeColumns(place: CasePlace | null): PlaceColumns {
  const { uprn, house, postcode, words, lat, lon, wardCode } = place ?? {};
  return {
    uprn: uprn ?? null,
    house_key: houseKey(house ?? '', postcode ?? '') ?? null,
    place: words?.trim() ?? null,
    postcode: postcode ?? null,
    lat: lat ?? null,
    lon: lon ?? null,
    ward_code: wardCode ?? null,
  };
}

/** Whether enough is known to go there: a household needs its address, a street a point or words that find it. */
export function isEnoughFor(kind: 'household' | 'point' | 'none', place: PlaceColumns): boolean {
  if (kind === 'none') return true;
  const isAddress = place.uprn !== null || place.house_key !== null;
  if (kind === 'household') return isAddress;
  return isAddress || (place.lat !== null && place.lon !== null) || Boolean(place.place);
}
