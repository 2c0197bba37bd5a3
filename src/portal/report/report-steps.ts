import { type Ask, askBefore, type QuestionOf } from '#modules/questions';
import { questionsOf, type Transaction } from '#modules/services';
import { evidenceAsked, nextEvidence } from './evidence-steps.ts';
import { type Standing, stands } from './on-report.ts';
import type { ReportPaths } from './report-paths.ts';

/** The place question of a service; a service without a place has none. */
export function placeQuestion(service: Transaction): QuestionOf<'place'> | undefined {
  return questionsOf(service).find((question) => question.kind === 'place');
}

/** Where a report stands: a result that must be read, the next question, then the evidence, then contact details, then all answers. */
export function nextPage(report: Standing, paths: ReportPaths): string {
  const { next, outcome } = stands(report);
  if (outcome) return paths.outcome(outcome.id);
  if (next) return paths.question(next.key);
  const piece = nextEvidence(report);
  if (piece) return paths.evidence(piece.id);
  return report.state.contact === null ? paths.contact : paths.answers;
}

/** The page before a question; before the first one is the start. */
export function pageBefore(report: Standing, paths: ReportPaths, ask: Pick<Ask, 'key'>): string {
  const before = askBefore(stands(report), ask.key);
  return before ? paths.question(before.key) : paths.base;
}

/** The page before contact details: the last piece of evidence, or the last question. */
export function beforeContact(report: Standing, paths: ReportPaths): string {
  const piece = evidenceAsked(report).at(-1);
  return piece ? paths.evidence(piece.id) : lastQuestionPage(report, paths);
}

/** The last page that was asked, for the way back from what comes after all of them. */
export function lastQuestionPage(report: Standing, paths: ReportPaths): string {
  const last = stands(report).asks.at(-1);
  return last ? paths.question(last.key) : paths.base;
}
