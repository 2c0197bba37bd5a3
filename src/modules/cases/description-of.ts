import type { Answers } from '#modules/questions';
import type { CaseService } from './case-service.ts';

/** What the reporter wrote in their own words, in the order of the questions: what staff read first and search finds. */
export function descriptionOf({ questions }: CaseService, answers: Answers): string {
  const written = questions.filter(({ kind }) => kind === 'text' || kind === 'long-text');
  return written
    .map(({ id }) => answers[id])
    .filter((answer) => typeof answer === 'string')
    .map((answer) => answer.trim())
    .filter((answer) => answer !== '')
    .join('\n\n');
}
