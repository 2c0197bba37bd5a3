/** How each ending is said to whoever reported; only the first is "done". */
export const ENDING_WORDS: Readonly<Record<string, string>> = {
  done: 'It is done',
  withdrawn: 'You took it back',
  duplicate: 'It was reported before: we deal with both as one',
  'not-ours': 'It is not ours to put right: we passed it on',
  'no-access': 'We came, and could not get in',
  'below-level': 'We looked at it, and it is below the level at which we act',
  refused: 'We decided not to do it',
};
