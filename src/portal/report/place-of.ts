import { isPlace, type PlaceAnswer } from '#modules/questions';
import { questionsOf } from '#modules/services';
import type { OpenReport } from './on-report.ts';

/** The place that was chosen, if one was. */
export function placeOf({ service, state }: Pick<OpenReport, 'service' | 'state'>): PlaceAnswer | undefined {
  const question = questionsOf(service).find(({ kind }) => kind === 'place');
  const answer = question && state.answers[question.id];
  return isPlace(answer) ? answer : undefined;
}
