import {
  type Answer,
  type Answers,
  type Ask,
  errorsOf,
  type Form,
  isFieldQuestion,
  type Question,
  readAnswer,
  shownQuestions,
  typedFor,
  typedValues,
  walk,
  withAnswers,
} from '#modules/questions';
import type { SubmittedForm } from '#platform/http/read-form';
import type { Errors, Values } from '#ui';

interface Read {
  /** All answers, with those of this screen. */
  answers: Answers;
  errors: Errors;
  values: Values;
}

interface Screen {
  form: Form;
  /** A page of the step that is asked; its item, where the step repeats. */
  ask: Ask;
  questions: readonly Question[];
  before: Answers;
  today: string;
}

/**
 * All questions of a step as they were answered on one screen. A question that does not apply to the answers before it
 * is not asked for and not kept; what was typed is given back for all of them.
 */
export function readAnswers({ form, ask, questions, before, today }: Screen, { fields }: SubmittedForm): Read {
  const errors: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  let given: Readonly<Record<string, Answer>> = {};
  const soFar = () => withAnswers(ask, before, given);
  for (const question of questions.filter(isFieldQuestion)) {
    const typed = typedFor(question, fields, today);
    Object.assign(values, typedValues(question, typed));
    if (!shownQuestions(walk(form, { answers: soFar(), today })).includes(question)) continue;
    const read = readAnswer(question, typed);
    if (read.ok) given = { ...given, [question.id]: read.answer };
    else Object.assign(errors, errorsOf(question, read));
  }
  return { answers: soFar(), errors, values };
}
