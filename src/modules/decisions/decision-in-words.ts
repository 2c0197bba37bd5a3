import { sayPounds } from '#modules/questions';
import type { DecisionRow, GivenReason } from './find-decision.ts';
import { readChallenge, readReasons } from './find-decision.ts';
import { PER_WORDS, RESULT_WORDS } from './words.ts';

/** "Tuesday 1 December 2026". */
export function sayDay(date: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
    .format(new Date(`${date}T00:00:00Z`))
    .replace(',', '');
}

type Said = Pick<
  DecisionRow,
  | 'result'
  | 'reasons'
  | 'words'
  | 'amount_pence'
  | 'amount_per'
  | 'from_on'
  | 'until_on'
  | 'challenge'
  | 'challenge_until'
>;

/** The reasons of a decision with the law or policy that each rests on, and what the officer added (C-42). */
export function reasonInWords({ reasons, words }: Pick<Said, 'reasons' | 'words'>): string {
  return [...readReasons(reasons).map(sayReason), words ?? ''].filter((part) => part !== '').join(' ');
}

function sayReason({ words, basis }: GivenReason): string {
  return basis === null ? words : `${words} This rests on: ${basis}.`;
}

/** The amount and the dates; empty where there are none. */
export function amountInWords({ amount_pence, amount_per, from_on, until_on }: Said): string {
  const amount = amount_pence === null ? '' : `${sayPounds(amount_pence)} ${PER_WORDS[amount_per ?? 'once']}`;
  const from = from_on === null ? '' : `from ${sayDay(from_on)}`;
  const until = until_on === null ? '' : `until ${sayDay(until_on)}`;
  return [amount, from, until].filter((part) => part !== '').join(' ');
}

/** How it can be challenged: what, by when, to whom, where. "There is none" is said plainly. */
export function challengeInWords({ challenge, challenge_until }: Said): string {
  const way = readChallenge(challenge);
  if (!way) return '';
  const by = challenge_until === null ? '' : `You must do this by ${sayDay(challenge_until)}.`;
  const to = way.to === undefined ? '' : `Who decides then: ${way.to}.`;
  const where = way.href === undefined ? '' : `Where: ${way.href}`;
  return [way.words, by, to, where].filter((part) => part !== '').join(' ');
}

/** The whole decision in a paragraph, for the story of the case and for a council without a letter of its own. */
export function decisionInWords(row: Said): string {
  const amount = amountInWords(row);
  const parts = [RESULT_WORDS[row.result], amount === '' ? '' : `It is ${amount}.`, reasonInWords(row)];
  return parts.filter((part) => part !== '').join(' ');
}
