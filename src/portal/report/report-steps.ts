import { type DraftState, nextQuestion, questionBefore, questionsFor } from '#modules/forms';
import type { Question, ReportService } from '#modules/services';
import type { ReportPaths } from './report-paths.ts';

/** The place question of a service; a service without a place has none. */
export function placeQuestion(service: ReportService): Extract<Question, { kind: 'place' }> | undefined {
  return service.questions.find((question) => question.kind === 'place');
}

/** Where a report stands: the next question, then contact details, then the check of all answers. */
export function nextPage(service: ReportService, state: DraftState, paths: ReportPaths): string {
  const question = nextQuestion(service.questions, state.answers);
  if (question) return paths.question(question.id);
  return state.contact === null ? paths.contact : paths.answers;
}

/** The page before a question; before the first one is the start. */
export function pageBefore(service: ReportService, state: DraftState, paths: ReportPaths, id: string): string {
  const before = questionBefore(service.questions, state.answers, id);
  return before ? paths.question(before.id) : paths.base;
}

/** The last question that was asked, for the way back from what comes after all of them. */
export function lastQuestionPage(service: ReportService, state: DraftState, paths: ReportPaths): string {
  const last = questionsFor(service.questions, state.answers).at(-1);
  return last ? paths.question(last.id) : paths.base;
}
