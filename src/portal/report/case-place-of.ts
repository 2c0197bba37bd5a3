import type { CasePlace } from '#modules/cases';
import type { PlaceAnswer } from '#modules/questions';

/** A place that was answered, as a case keeps it. */
export function casePlaceOf({ text, uprn, postcode, houseKey, lat, lon, wardCode }: PlaceAnswer): CasePlace {
  return {
    words: text,
    uprn: uprn ?? null,
    house: houseKey?.split('|')[0] ?? null,
    postcode: postcode ?? null,
    lat: lat ?? null,
    lon: lon ?? null,
    wardCode: wardCode ?? null,
  };
}
