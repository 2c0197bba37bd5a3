import { sayTheSame } from '#modules/forms';
import { type Answers, type Ask, answersOn, sayAnswer } from '#modules/questions';
import type { Errors } from '#ui';
import type { OpenReport } from './on-report.ts';
import { staleAnswers } from './stood.ts';

/**
 * Answers of this page that were changed while it was open, in another window or by one of us with the customer: nothing is
 * written over unseen. Whoever reads what is kept and sends again puts theirs in its place; the same answer twice is one.
 */
export function changedMeanwhile(report: OpenReport, ask: Ask, typed: Answers): Errors | null {
  const { deps, actor, state } = report;
  const box = { secret: deps.secret, councilId: actor.councilId };
  const given = answersOn(ask, state.answers);
  const isOurs = (id: string) => state.typedBy[ask.item === null ? id : ask.step.id] !== undefined;
  const changed = staleAnswers(report, ask).filter(
    ({ id }) => given[id] !== undefined && !sayTheSame(box, given[id], typed[id]),
  );
  if (changed.length === 0) return null;
  const errors = changed.map((question) => {
    const { id } = question;
    return [id, wordsFor(sayAnswer(question, given[id]), isOurs(id))] as const;
  });
  return Object.fromEntries(errors);
}

const wordsFor = (kept: string, isOurs: boolean): string =>
  isOurs
    ? `Our adviser answered this with you meanwhile: “${kept}”. Press Continue to use your answer below instead`
    : `You answered this in another window: “${kept}”. Press Continue to use your answer below instead`;
