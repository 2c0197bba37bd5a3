import type { FastifyInstance } from 'fastify';
import type { PlaceAnswer } from '#modules/questions';
import type { Deps } from '#platform/deps';
import { fieldOf } from '#platform/http/read-form';
import { ChoosePlacePage, NOT_LISTED } from './choose-place.page.tsx';
import { DescribePlacePage } from './describe-place.page.tsx';
import { readDescribed } from './describe-place.ts';
import { goOn } from './go-on.ts';
import { type OpenReport, onReport, type ReportRoute, type StepAnswer } from './on-report.ts';
import { placeChosen } from './place.ts';
import { placeChoices } from './place-choices.ts';
import { FORM_ROUTE } from './report-paths.ts';
import { nextPage } from './report-steps.ts';

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
  return choices.length > 0 ? { page: ChoosePlacePage({ report, choices }) } : { to: report.paths.describePlace };
}

async function take(report: OpenReport): Promise<StepAnswer> {
  const choices = await placeChoices(report);
  const key = fieldOf(report.form, 'place');
  const detail = fieldOf(report.form, 'detail').trim();
  if (key === NOT_LISTED) return { to: report.paths.describePlace };
  const chosen = choices.find((choice) => choice.key === key);
  const errors = {
    ...(!chosen && { place: 'Choose a place from the list, or say that it is not there' }),
    ...(detail.length > LONGEST_DETAIL && { detail: `Use ${LONGEST_DETAIL} characters or fewer` }),
  };
  if (!chosen || Object.keys(errors).length > 0) {
    return { page: ChoosePlacePage({ report, choices, values: { place: key, detail }, errors }), status: 422 };
  }
  return await goOn(await placeChosen(report, withDetail(chosen.place, detail)));
}

function withDetail(place: PlaceAnswer, detail: string): PlaceAnswer {
  return detail === '' ? place : { ...place, text: `${place.text}: ${detail}` };
}

function askInWords(report: OpenReport): Promise<StepAnswer> {
  return Promise.resolve({ page: DescribePlacePage({ report, values: { postcode: searchedPostcode(report) } }) });
}

function searchedPostcode({ service, state }: OpenReport): string {
  return service.place === 'household' ? state.search : '';
}

async function takeInWords(report: OpenReport): Promise<StepAnswer> {
  const read = readDescribed(report);
  if (!read.ok) {
    return { page: DescribePlacePage({ report, values: read.values, errors: read.errors }), status: 422 };
  }
  return await goOn(await placeChosen(report, read.place));
}
