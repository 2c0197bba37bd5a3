import type { Unchanged } from '#modules/cases';

/** Why the date of a case stays, or why it was left alone. */
export const UNCHANGED_WORDS: Readonly<Record<Unchanged, string>> = {
  ended: 'It ended before its turn came: nothing was changed',
  'no-promise': 'No promise runs, so there is no date to move',
  'nobody-to-tell': 'Nobody left a way to be told: its tracking page says it',
  paused: 'It waits for the customer: the date moves when they answer',
  'already-due': 'It is past its time: a missed date is not moved',
  'not-later': 'It was promised for that date or a later one',
  'not-allowed': 'Who started this may not agree dates for it',
  decided: 'Its promise was decided meanwhile',
};
