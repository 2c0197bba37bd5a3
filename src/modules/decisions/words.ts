/** What an officer can decide about an application. `more-needed` asks and decides nothing yet. */
export const RESULTS = ['granted', 'part', 'refused', 'more-needed'] as const;
export type Result = (typeof RESULTS)[number];

/** How often an amount is paid or taken off. */
export const PER = ['once', 'week', 'month', 'year'] as const;
export type Per = (typeof PER)[number];

/** As the customer reads it. */
export const RESULT_WORDS: Readonly<Record<Result, string>> = {
  granted: 'We have said yes to what you applied for.',
  part: 'We have said yes to a part of what you applied for.',
  refused: 'We cannot give you what you applied for.',
  'more-needed': 'We need more from you before we can decide.',
};

export const PER_WORDS: Readonly<Record<Per, string>> = {
  once: 'once',
  week: 'a week',
  month: 'a month',
  year: 'a year',
};
