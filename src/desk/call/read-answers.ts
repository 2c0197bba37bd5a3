import {
  type Answer,
  type Answers,
  isFieldQuestion,
  questionsFor,
  readAnswer,
  typedFor,
  typedValues,
} from '#modules/forms';
import type { Question } from '#modules/services';
import type { SubmittedForm } from '#platform/http/read-form';
import type { Errors, Values } from '#ui';

interface Read {
  answers: Answers;
  errors: Errors;
  values: Values;
}

/**
 * All questions of a service as they were answered on one screen. A question that does not apply to the answers before
 * it is not asked for and not kept; what was typed is given back for all of them.
 *
 * @param before what was answered already: the place
 */
export function readAnswers(
  questions: readonly Question[],
  before: Answers,
  { fields }: SubmittedForm,
  today: string,
): Read {
  const asked = questions.filter(isFieldQuestion).map(({ id }) => id);
  const kept = Object.entries(before).filter(([id]) => !asked.includes(id));
  const answers: Record<string, Answer> = Object.fromEntries(kept);
  const errors: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  for (const question of questions) {
    if (!isFieldQuestion(question)) continue;
    const typed = typedFor(question, fields, today);
    Object.assign(values, typedValues(question, typed));
    if (!questionsFor(questions, answers).some(({ id }) => id === question.id)) continue;
    const read = readAnswer(question, typed);
    if (read.ok) answers[question.id] = read.answer;
    else errors[question.id] = read.error;
  }
  return { answers, errors, values };
}
