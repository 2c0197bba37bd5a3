import { meets, type Question } from '#modules/services';
import type { Answers } from './answers.ts';

/** The questions that apply to these answers, in order. A question that hangs on a hidden one is hidden too. */
export function questionsFor(questions: readonly Question[], answers: Answers): Question[] {
  const shown: Question[] = [];
  for (const question of questions) {
    const seen = Object.fromEntries(shown.filter(({ id }) => id in answers).map(({ id }) => [id, answers[id]]));
    if (meets(question.showIf, seen)) shown.push(question);
  }
  return shown;
}

/** The next question to ask: the first that applies and has no answer yet; null when all have one. */
export function nextQuestion(questions: readonly Question[], answers: Answers): Question | null {
  return questionsFor(questions, answers).find(({ id }) => !(id in answers)) ?? null;
}

/** The question before this one on the way that the answers lead; null for the first. */
export function questionBefore(questions: readonly Question[], answers: Answers, id: string): Question | null {
  const shown = questionsFor(questions, answers);
  return shown[shown.findIndex((question) => question.id === id) - 1] ?? null;
}

/** Answers that still hold. A changed answer can hide later questions; what they said must not slip into a case. */
export function answersThatHold(questions: readonly Question[], answers: Answers): Answers {
  const shown = questionsFor(questions, answers);
  return Object.fromEntries(shown.flatMap(({ id }) => (answers[id] === undefined ? [] : [[id, answers[id]]])));
}
