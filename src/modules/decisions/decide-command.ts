import type { Per, Result } from './words.ts';

/** How somebody decides about an application. */
export interface Decide {
  /** Id or reference. */
  case: string;
  result: Result;
  /** Ids of reasons from the service's list; at least one, unless a back office says its own. */
  reasons: readonly string[];
  /** Reasons of a back office in its own words, for which the service's list has none. For machines alone. */
  said?: readonly SaidReason[];
  /** What the officer adds for this customer: up to 2,000 characters. */
  words?: string;
  amount?: { pence: number; per: Per } | null;
  /** Dates `YYYY-MM-DD`: from when it holds, and the last day on which it does. */
  from?: string | null;
  until?: string | null;
  /** Where more is needed: the day by which it is to be here; null for the council's own. */
  due?: string | null;
  /** Id of the decision that this one corrects. */
  corrects?: string | null;
  /** The same key again is the same decision. */
  key?: string | null;
}

/** A reason as it was given: its words and, where known, the law or policy. */
export interface SaidReason {
  words: string;
  basis: string | null;
}

export type DecideRefusal =
  | 'not-found'
  | 'not-allowed'
  | 'nothing-to-decide'
  | 'no-reason'
  | 'unknown-reason'
  | 'bad-dates'
  | 'bad-day'
  | 'bad-amount'
  | 'ended'
  | 'already-decided'
  | 'waits-for-second'
  | 'no-such-decision'
  | 'corrected-already';

export type DecideResult =
  | { ok: true; decisionId: string; state: 'made' | 'proposed'; isNew: boolean }
  | { ok: false; refusal: DecideRefusal };
