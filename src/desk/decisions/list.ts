import type { ToDecideRow, ToDecideSet } from '#modules/decisions';
import type { LateEvidence } from '#modules/evidence';

export type DecisionList = ToDecideSet | 'evidence';

export interface Choice {
  /** Id of a team, or `all`. */
  of: string;
  which: DecisionList;
}

/** A page of one list, with the key of the following page; null ends it. */
export type Listed =
  | { which: ToDecideSet; rows: readonly ToDecideRow[]; next: string | null }
  | { which: 'evidence'; rows: readonly LateEvidence[]; next: string | null };
