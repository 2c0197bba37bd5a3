import { isPlace, type PlaceAnswer } from '#modules/forms';
import type { OpenReport } from './on-report.ts';

/** The place that was chosen, if one was. */
export function placeOf({ service, state }: Pick<OpenReport, 'service' | 'state'>): PlaceAnswer | undefined {
  const question = service.questions.find(({ kind }) => kind === 'place');
  const answer = question && state.answers[question.id];
  return isPlace(answer) ? answer : undefined;
}
