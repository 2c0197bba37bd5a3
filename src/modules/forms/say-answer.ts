import { inLanguage, type Language } from '#modules/councils';
import type { Question } from '#modules/services';
import { type Answer, isEmptyAnswer, isPlace } from './answers.ts';

const WORDS = { yes: 'Yes', no: 'No', none: 'Not given' };

/** An answer as a person reads it: on "check your answers", on the job sheet, in the adviser's view. */
export function sayAnswer(question: Question, answer: Answer | undefined, language: Language = 'en'): string {
  if (answer === undefined || isEmptyAnswer(answer)) return WORDS.none;
  if (isPlace(answer)) return answer.text;
  if (typeof answer === 'boolean') return answer ? WORDS.yes : WORDS.no;
  if (question.kind === 'photo') return photos(answer);
  if (question.kind === 'choice' || question.kind === 'choices') {
    return question.options
      .filter(({ value }) => [answer].flat().includes(value))
      .map(({ label }) => inLanguage(label, language))
      .join(', ');
  }
  return question.kind === 'date' ? sayDate(String(answer)) : String(answer);
}

function photos(answer: Answer): string {
  const count = Array.isArray(answer) ? answer.length : 1;
  return count === 1 ? '1 photo' : `${count} photos`;
}

function sayDate(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${iso}T00:00:00Z`));
}
