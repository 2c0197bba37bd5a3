import { answersMark } from '#modules/forms';
import { type Ask, answersOn, sayAnswer } from '#modules/questions';
import { fieldOf } from '#platform/http/read-form';
import type { Errors } from '#ui';
import type { OpenReport } from './on-report.ts';

export const STOOD_FIELD = 'stood';

/** The mark of what stood on this page when it was drawn. */
export function markOf({ state }: Pick<OpenReport, 'state'>, ask: Ask): string {
  return answersMark(
    answersOn(ask, state.answers),
    ask.questions.map(({ id }) => id),
  );
}

/**
 * One of us answered this page with the customer while it was open in their browser: neither writes over the other
 * unseen. What they change themselves in another window is theirs, and the last of it stands.
 */
export function changedMeanwhile({ form, state }: OpenReport, ask: Ask): Errors | null {
  const stood = fieldOf(form, STOOD_FIELD);
  if (stood === '' || stood === markOf({ state }, ask)) return null;
  const given = answersOn(ask, state.answers);
  const isOurs = (id: string) => state.typedBy[ask.item === null ? id : ask.step.id] !== undefined;
  const changed = ask.questions.filter(({ id }) => given[id] !== undefined && isOurs(id));
  if (changed.length === 0) return null;
  const errors = changed.map(
    ({ id, ...question }) => [id, wordsFor(sayAnswer({ id, ...question }, given[id]))] as const,
  );
  return Object.fromEntries(errors);
}

const wordsFor = (answer: string): string =>
  `Our adviser answered this with you meanwhile: “${answer}”. Continue to put your answer in its place, or go back to keep it`;
