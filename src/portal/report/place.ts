import { normalisePostcode, searchPlaces, type Whereabouts, whoServes } from '#modules/places';
import { isPlace, type PlaceAnswer, type Question } from '#modules/questions';
import { formOf } from '#modules/services';
import { fieldOf } from '#platform/http/read-form';
import { AskPlacePage } from './ask-place.page.tsx';
import { ElsewherePage } from './elsewhere.page.tsx';
import { answered, keep, type OpenReport, type StepAnswer, stands } from './on-report.ts';
import { isStale, placeMark, withMark } from './stood.ts';

type PlaceQuestion = Extract<Question, { kind: 'place' }>;

/** Ask where it is: a postcode for a household's own matter, anything that finds a spot for the street's. */
export function askPlace(report: OpenReport, question: PlaceQuestion): Promise<StepAnswer> {
  return Promise.resolve({ page: page(report, question, { typed: searchedFor(report, question) }) });
}

function searchedFor({ state }: OpenReport, { id }: PlaceQuestion): string {
  const answer = state.answers[id];
  return state.search || (isPlace(answer) ? (answer.postcode ?? '') : '');
}

/** Take what was typed as long as something can be found by it. It is kept with the answers, never in an address. */
export async function takePlace(report: OpenReport, question: PlaceQuestion): Promise<StepAnswer> {
  const { typed, error } = { typed: placeTyped(report, question), error: chosenElsewhere(report, question) };
  if (error !== undefined) return { page: page(report, question, { typed, error, isKept: true }), status: 409 };
  return await lookUp(report, question, typed);
}

/** Look a place up by what was typed, and go on to what was found by it. */
export async function lookUp(report: OpenReport, question: PlaceQuestion, typed: string): Promise<StepAnswer> {
  return report.service.place === 'household'
    ? await takePostcode(report, question, typed)
    : await takeWords(report, question, typed);
}

/** A place that was chosen in another window since this page was opened is not put aside unseen. */
export function chosenElsewhere(report: OpenReport, { id }: PlaceQuestion): string | undefined {
  const chosen = report.state.answers[id];
  if (!isPlace(chosen) || !isStale(report, placeMark(report))) return undefined;
  return `You chose “${chosen.text}” in another window. Press Continue to use the one below instead`;
}

async function takePostcode(report: OpenReport, question: PlaceQuestion, typed: string): Promise<StepAnswer> {
  const read = normalisePostcode(typed);
  if (!read.ok) return refused(report, question, typed, read.message);
  const elsewhere = await notOurs(report, { postcode: read.postcode });
  if (elsewhere) return elsewhere;
  await keep(report, { search: read.postcode });
  return { to: report.paths.choosePlace };
}

async function takeWords(report: OpenReport, question: PlaceQuestion, typed: string): Promise<StepAnswer> {
  if (typed.trim() === '') {
    return refused(report, question, typed, 'Enter a postcode, a street name or where it is on the map');
  }
  const found = await searchPlaces(report.tx, report.actor.councilId, typed);
  const [first] = found;
  if (!first) {
    const message = 'We cannot find that place. Check the spelling, or enter a street and a town, or a postcode';
    return refused(report, question, typed, message);
  }
  const spot = first.kind === 'address' ? first.address.point : first.point;
  const elsewhere = await notOurs(report, first.kind === 'postcode' ? { postcode: first.postcode } : { point: spot });
  if (elsewhere) return elsewhere;
  await keep(report, { search: typed.trim().slice(0, LONGEST_SEARCH) });
  return { to: report.paths.choosePlace };
}

const LONGEST_SEARCH = 200;

/** Where the device says it is, when somebody pressed "use my location" and typed nothing. */
function placeTyped({ form }: OpenReport, { id }: PlaceQuestion): string {
  const typed = fieldOf(form, id);
  const [latitude, longitude] = [fieldOf(form, 'latitude'), fieldOf(form, 'longitude')];
  return typed.trim() === '' && latitude !== '' && longitude !== '' ? `${latitude}, ${longitude}` : typed;
}

function page(report: OpenReport, question: PlaceQuestion, shown: { typed: string; error?: string; isKept?: boolean }) {
  return AskPlacePage({ report: withMark(report, placeMark(report)), question, ...shown });
}

function refused(report: OpenReport, question: PlaceQuestion, typed: string, message: string): StepAnswer {
  return { page: page(report, question, { typed, error: message }), status: 422 };
}

/** Nobody is sent away without a name: a place of another council names it, with its website where we know it. */
async function notOurs(report: OpenReport, where: Whereabouts): Promise<StepAnswer | undefined> {
  const { profile } = report.directory.config;
  const serves = await whoServes(report.tx, profile.districts, where);
  if (serves.inside !== false) return undefined;
  const neighbour = profile.neighbours.find(({ district }) => district === serves.district.code);
  return {
    page: ElsewherePage({ report, name: neighbour?.name ?? serves.district.name, site: neighbour?.site }),
  };
}

/** Keep the place that was chosen. What was said about another place is forgotten; results of the answers stand. */
export async function placeChosen(report: OpenReport, place: PlaceAnswer): Promise<OpenReport> {
  const results = new Set(formOf(report.service).definition.outcomes.map(({ id }) => id));
  const told = report.state.told.filter((key) => results.has(key));
  const fresh = await keep(report, { search: '', told, disputes: false });
  const ask = stands(fresh).asks.find(({ questions }) => questions.some(({ kind }) => kind === 'place'));
  const [question] = ask?.questions ?? [];
  return ask && question ? await answered(fresh, ask, { [question.id]: place }) : fresh;
}
