import { houseKey, normalisePostcode } from '#modules/places';
import type { PlaceAnswer } from '#modules/questions';
import { fieldOf } from '#platform/http/read-form';
import type { Errors, Values } from '#ui';
import type { OpenReport } from './on-report.ts';

type Described = { ok: true; place: PlaceAnswer } | { ok: false; values: Values; errors: Errors };

const LONGEST = 300;

/** A place in somebody's own words: a household's needs its house and postcode, a street's anything that finds it. */
export function readDescribed(report: Pick<OpenReport, 'form' | 'service'>): Described {
  return report.service.place === 'household' ? readHousehold(report) : readSpot(report);
}

function readHousehold({ form }: Pick<OpenReport, 'form'>): Described {
  const house = oneLine(fieldOf(form, 'house'));
  const postcode = fieldOf(form, 'postcode');
  const read = normalisePostcode(postcode);
  const key = read.ok ? houseKey(house, read.postcode) : undefined;
  if (read.ok && key !== undefined && house.length <= LONGEST) {
    return { ok: true, place: { text: `${house}, ${read.postcode}`, postcode: read.postcode, houseKey: key } };
  }
  const wrongHouse =
    house.length > LONGEST ? `Use ${LONGEST} characters or fewer` : 'Enter the house number or name, and the street';
  return {
    ok: false,
    values: { house, postcode },
    errors: {
      ...((house === '' || house.length > LONGEST || (read.ok && key === undefined)) && { house: wrongHouse }),
      ...(!read.ok && { postcode: read.message }),
    },
  };
}

function readSpot({ form }: Pick<OpenReport, 'form'>): Described {
  const where = oneLine(fieldOf(form, 'where'));
  if (where !== '' && where.length <= LONGEST) return { ok: true, place: { text: where } };
  const error = where === '' ? 'Say where it is, so that the crew finds it' : `Use ${LONGEST} characters or fewer`;
  return { ok: false, values: { where }, errors: { where: error } };
}

/** Control characters come from broken pastes, and PostgreSQL refuses NUL outright. */
function oneLine(typed: string): string {
  return typed
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
