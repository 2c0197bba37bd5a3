import type { IncidentView } from '#modules/cases';
import { type CouncilConfig, english } from '#modules/councils';
import { allWards } from '#modules/places';
import { sayDate } from '../../portal/say-when.ts';

/** Where an incident is, in words: its round and day, streets, postcodes and wards. */
export function whereWords({ rounds }: CouncilConfig, incident: Pick<IncidentView, 'roundSlug' | 'onDate' | 'area'>) {
  const { roundSlug, onDate, area } = incident;
  const round = roundSlug === null ? null : english(rounds.get(roundSlug)?.name ?? { en: roundSlug });
  const of = round !== null && onDate !== null ? `${round} of ${sayDate(onDate)}` : round;
  return [of, area.streets.map(titled).join(', '), area.postcodes.join(', '), area.wards.map(wardName).join(', ')]
    .filter(Boolean)
    .join(' · ');
}

function wardName(code: string): string {
  return allWards().find((ward) => ward.code === code)?.name ?? code;
}

/** "ELM ROAD", as the gazetteer keys it, as it stands on its sign. */
function titled(key: string): string {
  return key.toLowerCase().replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
}
