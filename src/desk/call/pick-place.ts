import { addressByUprn, normalisePostcode, searchPlaces, type Whereabouts, whoServes } from '#modules/places';
import { type PlaceAnswer, placeOfAddress, walk } from '#modules/questions';
import { formOf, questionsOf } from '#modules/services';
import { fieldOf } from '#platform/http/read-form';
import { readDescribed } from '../../portal/report/describe-place.ts';
import { today } from '../../portal/report/on-report.ts';
import { placeChoices } from '../../portal/report/place-choices.ts';
import { type Call, type CallAnswer, callPath } from './call.ts';
import { keep } from './on-report.ts';
import type { TakenFacts } from './taken-facts.ts';

/** Say where it is: the customer's home, one of what was found, something else to look for, or a place in words. */
export async function pickPlace(call: Call, report: TakenFacts): Promise<CallAnswer> {
  const chosen = fieldOf(call.form, 'place');
  if (chosen === 'home') return await atHome(call, report);
  if (chosen === 'described') return await inWords(call, report);
  if (chosen === 'other') return await placed(call, report, null);
  if (chosen !== '') {
    const choice = (await placeChoices(report)).find(({ key }) => key === chosen);
    if (choice) return await placed(call, report, choice.place);
    return { errors: { where: 'That place is not in the list any more. Look for it again' } };
  }
  return await lookFor(call, report);
}

async function atHome(call: Call, report: TakenFacts): Promise<CallAnswer> {
  const uprn = Number(fieldOf(call.form, 'uprn'));
  const address = Number.isSafeInteger(uprn) ? await addressByUprn(call.tx, call.actor.councilId, uprn) : undefined;
  if (address) return await placed(call, report, placeOfAddress(address));
  return { errors: { where: 'Their address is not in our list. Enter the postcode' } };
}

async function inWords(call: Call, report: TakenFacts): Promise<CallAnswer> {
  const read = readDescribed({ form: call.form, service: report.service });
  return read.ok ? await placed(call, report, read.place) : { errors: read.errors, values: read.values };
}

/** Keep the place, or none. What was said about another place is forgotten. */
async function placed({ contact }: Call, report: TakenFacts, place: PlaceAnswer | null): Promise<CallAnswer> {
  const question = questionsOf(report.service).find(({ kind }) => kind === 'place');
  if (!question) return { to: callPath(contact.id) };
  const others = Object.fromEntries(Object.entries(report.state.answers).filter(([id]) => id !== question.id));
  const given = place ? { ...others, [question.id]: place } : others;
  // A result of an application was said on the way to the place: it is not said again, nor does the form stop at it.
  const told = report.service.kind === 'report' ? [] : report.state.told;
  const answers = walk(formOf(report.service), { answers: given, today: today(report), told }).held;
  await keep(report, { answers, search: '', told, disputes: false });
  return { to: `${callPath(contact.id)}#call-script` };
}

async function lookFor(call: Call, report: TakenFacts): Promise<CallAnswer> {
  const where = fieldOf(call.form, 'where').trim().slice(0, LONGEST);
  const values = { where };
  const wanted = await wantedPlace(call, report, where);
  if ('error' in wanted) return { errors: { where: wanted.error }, values };
  const elsewhere = await notOurs(report, wanted.at);
  if (elsewhere) return { errors: { where: elsewhere }, values };
  await keep(report, { search: wanted.search });
  return { to: `${callPath(call.contact.id)}#call-script` };
}

const LONGEST = 200;

type Wanted = { search: string; at: Whereabouts } | { error: string };

async function wantedPlace({ tx, actor }: Call, { service }: TakenFacts, where: string): Promise<Wanted> {
  if (service.place === 'household') {
    const read = normalisePostcode(where);
    return read.ok ? { search: read.postcode, at: { postcode: read.postcode } } : { error: read.message };
  }
  if (where === '') return { error: 'Enter a postcode, a street or what it is near' };
  const [first] = await searchPlaces(tx, actor.councilId, where);
  if (!first) return { error: 'Nothing is like that. Check the spelling, or describe the place in words' };
  if (first.kind === 'postcode') return { search: where, at: { postcode: first.postcode } };
  return { search: where, at: { point: first.kind === 'address' ? first.address.point : first.point } };
}

async function notOurs({ tx, directory }: TakenFacts, at: Whereabouts): Promise<string | null> {
  const { profile } = directory.config;
  const serves = await whoServes(tx, profile.districts, at);
  if (serves.inside !== false) return null;
  const neighbour = profile.neighbours.find(({ district }) => district === serves.district.code);
  const site = neighbour ? ` (${neighbour.site})` : '';
  return `That is in ${neighbour?.name ?? serves.district.name}${site}. Give them that council's details`;
}
