import type { Ending } from '#modules/councils';

/** How somebody ends a case. */
export interface EndCase {
  /** Id or reference. */
  case: string;
  ending: Ending;
  /** What the customer will read: 1 to 2,000 characters. */
  reason: string;
  /** How to challenge a refusal: to whom, by when. */
  challenge?: string;
  /** To whom it was passed, where it is not ours. */
  passedTo?: string;
  /** Id or reference of the case that a duplicate follows. */
  follows?: string;
  /** A decision ended it: that is challenged and not said to be "not fixed", and whoever decided tells of it. */
  isByDecision?: boolean;
}

export type EndCaseRefusal =
  | 'not-found'
  | 'not-allowed'
  | 'already-ended'
  | 'no-reason'
  | 'blocked'
  | 'challenge-needed'
  | 'passed-to-needed'
  | 'no-such-case'
  | 'too-few-attempts'
  | 'not-inspected';
