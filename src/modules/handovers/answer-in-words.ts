import type { HandOverAnswer } from './answer-schema.ts';
import { RESULT_WORDS, type Result } from './words.ts';

const PER = { once: '', week: ' a week', month: ' a month', year: ' a year' } as const;

/** An answer as it stands in the story of the case: the back office's own words, or what it decided with its reasons. */
export function answerInWords(answer: HandOverAnswer & { result: Result }): string {
  const { result, words, reasons, amount, from } = answer;
  const money = amount ? `${pounds(amount.pence)}${PER[amount.per]}` : '';
  const since = from === undefined ? '' : `from ${sayDate(from)}`;
  const facts = [money, since].filter(Boolean).join(' ');
  const said = words ?? [RESULT_WORDS[result], ...reasons.map((one) => one.words)].join(' ');
  return facts === '' ? said : `${said} ${facts.charAt(0).toUpperCase()}${facts.slice(1)}.`;
}

function pounds(pence: number): string {
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' }).format(pence / 100);
}

function sayDate(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${iso}T00:00:00Z`));
}
