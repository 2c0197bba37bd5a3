import type { Language } from '#modules/councils';
import { type Answer, isEmptyAnswer } from './answers.ts';
import { kindOf } from './kinds/index.ts';
import type { Question } from './question-schema.ts';

/** An answer as a person reads it: on "check your answers", on the job sheet, in the adviser's view. */
export function sayAnswer(question: Question, answer: Answer | undefined, language: Language = 'en'): string {
  if (answer === undefined || isEmptyAnswer(answer)) return 'Not given';
  return kindOf(question).say(question, answer, language);
}
