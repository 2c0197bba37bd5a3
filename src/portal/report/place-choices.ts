import { type AddressView, findAddresses, type PlaceFound, searchPlaces } from '#modules/places';
import { type PlaceAnswer, placeOfAddress } from '#modules/questions';
import type { ReportFacts } from './on-report.ts';

/** A place that can be chosen, with the key that the form sends for it. */
export interface PlaceChoice {
  key: string;
  text: string;
  place: PlaceAnswer;
  /** Made up for the demonstration. */
  isInvented: boolean;
}

/** The places that fit what was typed, as they stand now: addresses of a postcode, or spots near where something is. */
export async function placeChoices(report: ReportFacts): Promise<PlaceChoice[]> {
  const { tx, actor, state, service } = report;
  if (state.search === '') return [];
  if (service.place === 'household') {
    const addresses = await findAddresses(tx, actor.councilId, state.search);
    return addresses.map(householdChoice);
  }
  const found = await searchPlaces(tx, actor.councilId, state.search);
  return found.map(spotChoice);
}

function householdChoice(address: AddressView): PlaceChoice {
  const { uprn, line, isInvented } = address;
  return { key: String(uprn), text: line, place: placeOfAddress(address), isInvented };
}

/** A spot of the street's. It is shown in public, so it is near a house and never the house itself. */
function spotChoice(found: PlaceFound): PlaceChoice {
  switch (found.kind) {
    case 'address': {
      const { line, uprn, point, wardCode, isInvented } = found.address;
      return spot(`near-${uprn}`, `Near ${line}`, { ...point, wardCode: wardCode ?? undefined }, isInvented);
    }
    case 'street':
      return spot(`street-${found.name}-${found.town}`, `${found.name}, ${found.town}`, found.point);
    case 'postcode':
      return spot('postcode', `Near the postcode ${found.postcode}`, { ...found.point, postcode: found.postcode });
    case 'point': {
      const { point, ward } = found;
      const words = `${point.lat.toFixed(5)}, ${point.lon.toFixed(5)}`;
      return spot('point', ward ? `The spot at ${words}, in ${ward.name}` : `The spot at ${words}`, {
        ...point,
        wardCode: ward?.code,
      });
    }
  }
}

function spot(key: string, text: string, where: Omit<PlaceAnswer, 'text'>, isInvented = false): PlaceChoice {
  return { key, text, place: { text, ...where }, isInvented };
}
