import type { HandOverFilter, HandOverLine, HandOverState, HandOverView } from '#modules/handovers';

type Colour = 'green' | 'yellow' | 'red' | 'grey' | 'blue';

export const STATE_WORDS: Readonly<Record<HandOverState, readonly [string, Colour]>> = {
  waiting: ['Waiting', 'yellow'],
  delivered: ['Arrived', 'blue'],
  answered: ['Answered', 'green'],
  failed: ['Not taken', 'red'],
  'given-up': ['Given up', 'red'],
  stopped: ['Not needed any more', 'grey'],
};

export const FILTER_WORDS: Readonly<Record<HandOverFilter, string>> = {
  all: 'All',
  'not-arrived': 'Everything not arrived',
  attention: 'Somebody must look',
  waiting: 'Waiting',
  delivered: 'Arrived',
  answered: 'Answered',
  failed: 'Not taken',
  'given-up': 'Given up',
  stopped: 'Not needed any more',
};

export const KIND_WORDS: Readonly<Record<string, string>> = {
  worklist: 'A team’s list here',
  email: 'By email',
  webhook: 'By webhook',
  csv: 'By file',
};

export const TRY_WORDS: Readonly<Record<HandOverView['tries'][number]['outcome'], string>> = {
  arrived: 'It arrived',
  'again-later': 'It did not go, and is tried again',
  refused: 'It was not taken',
  'given-up': 'It did not go, and was given up',
  stopped: 'It was not needed any more',
};

export const SAID_WORDS = { response: 'at once', api: 'by API', desk: 'to an officer' } as const;
export const STANDING_WORDS = {
  taken: 'Taken',
  same: 'Said before',
  'to-a-person': 'For a person to judge',
  'too-late': 'Too late: it changed nothing',
} as const;

/** Whether it went by itself or somebody passed it on (B-09). */
export function howWords({ deliveredHow }: Pick<HandOverLine, 'deliveredHow'>): string {
  if (deliveredHow === null) return '';
  return deliveredHow === 'automatic' ? 'by itself' : 'by hand';
}
