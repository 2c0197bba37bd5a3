import { answersMark, markOf } from '#modules/forms';
import { type Ask, answersOn, groupItems, moreKey } from '#modules/questions';
import { fieldOf } from '#platform/http/read-form';
import type { OpenReport } from './on-report.ts';
import { placeQuestion } from './report-steps.ts';

export const STOOD_FIELD = 'stood';

type Kept = Pick<OpenReport, 'state'>;

/** The report as its page gets it, with the mark of what that page is made from: the form of the page sends it back. */
export function withMark(report: OpenReport, mark: string): OpenReport {
  return { ...report, hidden: { ...report.hidden, [STOOD_FIELD]: mark } };
}

/**
 * Whether the page that was answered showed something else than what is kept now: another window of the same browser, or
 * one of us, was quicker. A page without a mark is older than the marks.
 */
export function isStale({ form }: Pick<OpenReport, 'form'>, mark: string): boolean {
  const stood = fieldOf(form, STOOD_FIELD);
  return stood !== '' && stood !== mark;
}

/** Of a page of questions: which item it is about, and each answer by itself. */
export function askMark(kept: Kept, ask: Ask): string {
  return [itemMark(kept, ask), ...ask.questions.map(({ id }) => answerMark(kept, ask, id))].join('.');
}

/** Which of the answers on this page are not those that it was drawn with. */
export function staleAnswers({ form, state }: Pick<OpenReport, 'form' | 'state'>, ask: Ask): Ask['questions'] {
  const [item, ...answers] = fieldOf(form, STOOD_FIELD).split('.');
  if (item === '') return [];
  const isOther = item !== itemMark({ state }, ask);
  return ask.questions.filter(({ id }) => isOther || !answers.includes(answerMark({ state }, ask, id)));
}

/** Of the page that asks for another one: who is in the list, and whether that was all. */
export const listMark = ({ state: { answers } }: Kept, { step }: Ask): string =>
  markOf([groupItems(answers[step.id]).map(({ id }) => id), answers[moreKey(step)]]);

export const contactMark = ({ state }: Kept): string => markOf(state.contact);

export const pieceMark = ({ state }: Kept, piece: string): string => markOf(state.evidence[piece] ?? null);

/** Of the pages on which a place is looked up: the place that is chosen. */
export function placeMark({ state, service }: Pick<OpenReport, 'state' | 'service'>): string {
  return markOf(state.answers[placeQuestion(service)?.id ?? ''] ?? null);
}

/** Of everything that is sent. */
export const wholeMark = ({ state: { answers, contact, evidence, disputes } }: Kept): string =>
  markOf([answers, contact, evidence, disputes]);

function itemMark({ state }: Kept, { step, item }: Ask): string {
  return item === null ? 'one' : markOf(groupItems(state.answers[step.id])[item]?.id ?? String(item + 1));
}

const answerMark = ({ state }: Kept, ask: Ask, id: string): string => answersMark(answersOn(ask, state.answers), [id]);
