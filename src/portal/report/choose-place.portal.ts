import type { FastifyInstance } from 'fastify';
import { lastOf, type PlaceAnswer } from '#modules/questions';
import type { Deps } from '#platform/deps';
import { fieldOf } from '#platform/http/read-form';
import { ChoosePlacePage, NOT_LISTED } from './choose-place.page.tsx';
import { DescribePlacePage } from './describe-place.page.tsx';
import { readDescribed } from './describe-place.ts';
import { goOn } from './go-on.ts';
import { type OpenReport, onReport, type ReportRoute, type StepAnswer } from './on-report.ts';
import { chosenElsewhere, lookUp, placeChosen } from './place.ts';
import { placeChoices } from './place-choices.ts';
import { FORM_ROUTE } from './report-paths.ts';
import { nextPage, placeQuestion } from './report-steps.ts';
import { placeMark, withMark } from './stood.ts';

const LONGEST_DETAIL = 200;

/** Choose among the places that fit what was typed, or say in words where it is. */
export function reportPlaces(door: FastifyInstance, deps: Deps): void {
  door.get<ReportRoute>(`${FORM_ROUTE}/place`, onReport(deps, ask));
  door.post<ReportRoute>(`${FORM_ROUTE}/place`, onReport(deps, take));
  door.get<ReportRoute>(`${FORM_ROUTE}/place/in-words`, onReport(deps, askInWords));
  door.post<ReportRoute>(`${FORM_ROUTE}/place/in-words`, onReport(deps, takeInWords));
}

async function ask(report: OpenReport): Promise<StepAnswer> {
  if (report.state.search === '') return { to: nextPage(report, report.paths) };
  const choices = await placeChoices(report);
  return choices.length > 0 ? { page: page(report, { choices }) } : { to: report.paths.describePlace };
}

/** The page carries what was looked up for it: another window may have looked something else up, or have chosen already. */
function page(report: OpenReport, shown: Omit<Parameters<typeof ChoosePlacePage>[0], 'report'>) {
  const marked = withMark(report, placeMark(report));
  const hidden = { ...marked.hidden, [SEARCHED_FIELD]: report.state.search };
  return ChoosePlacePage({ ...shown, report: { ...marked, hidden } });
}

const SEARCHED_FIELD = 'searched';

async function take(report: OpenReport): Promise<StepAnswer> {
  const question = placeQuestion(report.service);
  const search = fieldOf(report.form, SEARCHED_FIELD);
  if (!question || search === '' || search === report.state.search) return await choose(report);
  const found = await lookUp(report, question, search);
  return 'page' in found ? found : await choose({ ...report, state: { ...report.state, search } });
}

async function choose(report: OpenReport): Promise<StepAnswer> {
  const choices = await placeChoices(report);
  const key = fieldOf(report.form, 'place');
  const detail = fieldOf(report.form, 'detail').trim();
  if (key === NOT_LISTED) return { to: report.paths.describePlace };
  const chosen = choices.find((choice) => choice.key === key);
  const question = placeQuestion(report.service);
  const kept = question && chosenElsewhere(report, question);
  const errors = {
    ...(kept !== undefined && { place: kept }),
    ...(!chosen && { place: 'Choose a place from the list, or say that it is not there' }),
    ...(detail.length > LONGEST_DETAIL && { detail: `Use ${LONGEST_DETAIL} characters or fewer` }),
  };
  if (!chosen || Object.keys(errors).length > 0) {
    const isKept = kept !== undefined;
    return {
      page: page(report, { choices, values: { place: key, detail }, errors, isKept }),
      status: isKept ? 409 : 422,
    };
  }
  return await goOn(await placeChosen(report, withDetail(chosen.place, detail)));
}

function withDetail(place: PlaceAnswer, detail: string): PlaceAnswer {
  return detail === '' ? place : { ...place, text: `${place.text}: ${detail}` };
}

function askInWords(report: OpenReport): Promise<StepAnswer> {
  const values = { postcode: searchedPostcode(report) };
  return Promise.resolve({ page: DescribePlacePage({ report: withMark(report, placeMark(report)), values }) });
}

function searchedPostcode({ service, state }: OpenReport): string {
  return service.place === 'household' ? state.search : '';
}

async function takeInWords(report: OpenReport): Promise<StepAnswer> {
  const read = readDescribed(report);
  const marked = withMark(report, placeMark(report));
  if (!read.ok) {
    return { page: DescribePlacePage({ report: marked, values: read.values, errors: read.errors }), status: 422 };
  }
  const question = placeQuestion(report.service);
  const kept = question && chosenElsewhere(report, question);
  if (kept !== undefined) {
    const values = lastOf(report.form.fields);
    const errors = { [report.service.place === 'household' ? 'house' : 'where']: kept };
    return { page: DescribePlacePage({ report: marked, values, errors, isKept: true }), status: 409 };
  }
  return await goOn(await placeChosen(report, read.place));
}
