import { english } from '#modules/councils';
import { answersMark } from '#modules/forms';
import { answersOn, sayAnswer } from '#modules/questions';
import { fieldOf } from '#platform/http/read-form';
import type { Errors } from '#ui';
import type { Call } from './call.ts';
import type { StepScreen } from './form-screen.ts';
import type { TakenFacts } from './taken-facts.ts';

export const STOOD_FIELD = 'stood';

/** The mark of what stood on this screen. */
export function markOf({ state }: Pick<TakenFacts, 'state'>, screen: StepScreen): string {
  const ids = screen.questions.map(({ question }) => question.id);
  return answersMark(answersOn(screen, state.answers), ids);
}

/** The customer changed an answer of this screen, online, while it was being typed: nobody writes over it unseen. */
export function changedMeanwhile({ form, actor }: Call, taken: TakenFacts, screen: StepScreen): Errors {
  const stood = fieldOf(form, STOOD_FIELD);
  if (stood === '' || stood === markOf(taken, screen)) return {};
  const { answers, typedBy } = taken.state;
  const given = answersOn(screen, answers);
  const isOthers = (id: string) => typedBy[screen.item === null ? id : screen.step.id] !== actor.id;
  const changed = screen.questions.filter(({ question: { id } }) => given[id] !== undefined && isOthers(id));
  if (changed.length === 0) return {};
  const now = changed.map(({ question }) => `${english(question.label)} “${sayAnswer(question, given[question.id])}”`);
  return {
    call: `This was changed online meanwhile. It stands as: ${now.join('; ')}. Save again to put yours in its place`,
  };
}
