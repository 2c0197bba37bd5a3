import type { CaseRow } from '#modules/cases';
import { english } from '#modules/councils';
import type { Tx } from '#platform/db';
import { amountInWords, challengeInWords } from './decision-in-words.ts';
import { definitionOf } from './definition-of.ts';
import {
  type DecisionRow,
  decisionRows,
  type GivenChallenge,
  type GivenReason,
  readChallenge,
  readReasons,
  standing,
} from './find-decision.ts';
import type { Result } from './words.ts';

export interface DecisionView {
  id: string;
  number: number;
  result: Result;
  state: DecisionRow['state'];
  reasons: GivenReason[];
  words: string | null;
  /** "£12.34 a week from Tuesday 1 December 2026"; empty where there is none. */
  amount: string;
  pence: number | null;
  challenge: GivenChallenge | null;
  challengeInWords: string;
  challengeUntil: string | null;
  /** It is the one that holds now. */
  stands: boolean;
  /** Number of the decision that it corrects. */
  corrects: number | null;
  proposedBy: { id: string | null; name: string };
  secondBy: string | null;
  note: string | null;
  at: Date;
  review: ReviewView | null;
}

export interface ReviewView {
  state: 'open' | 'upheld' | 'changed';
  because: string;
  isLate: boolean;
  dueAt: Date;
  words: string | null;
}

/** What can be decided, for the form at the desk. */
export interface ReasonOffer {
  id: string;
  for: readonly Result[];
  words: string;
  basis: string;
}

export interface CaseDecisions {
  /** Null: cases of this service are not decided here. */
  offer: { officers: 1 | 2; reasons: ReasonOffer[] } | null;
  decisions: DecisionView[];
}

/** Every decision of a case, oldest first, and what can be decided under its service. */
export async function decisionsOf(tx: Tx, itsCase: DecidedCase): Promise<CaseDecisions> {
  const definition = await definitionOf(tx, itsCase);
  const rows = await decisionRows(tx, itsCase);
  const reviews = rows.length === 0 ? [] : await reviewsOf(tx, itsCase);
  const stands = standing(rows)?.id;
  return {
    offer: definition && {
      officers: definition.officers,
      reasons: definition.reasons.map((reason) => ({ ...reason, words: english(reason.words) })),
    },
    decisions: rows.map((row) => ({
      ...viewOf(row),
      stands: row.id === stands,
      corrects: rows.find(({ id }) => id === row.corrects)?.number ?? null,
      review: reviews.find(({ decision_id }) => decision_id === row.id) ?? null,
    })),
  };
}

type DecidedCase = Pick<CaseRow, 'council_id' | 'id' | 'service_slug' | 'service_version'>;

function viewOf(row: DecisionRow) {
  return {
    id: row.id,
    number: row.number,
    result: row.result,
    state: row.state,
    reasons: readReasons(row.reasons),
    words: row.words,
    amount: amountInWords(row),
    pence: row.amount_pence,
    challenge: readChallenge(row.challenge),
    challengeInWords: challengeInWords(row),
    challengeUntil: row.challenge_until,
    proposedBy: { id: row.proposed_by, name: row.proposed_by_name },
    secondBy: row.second_by_name,
    note: row.note,
    at: row.made_at ?? row.second_at ?? row.proposed_at,
  };
}

function reviewsOf(tx: Tx, { council_id, id }: DecidedCase) {
  return tx
    .selectFrom('decision_reviews')
    .select(['decision_id', 'state', 'because', 'is_late as isLate', 'due_at as dueAt', 'words'])
    .where('council_id', '=', council_id)
    .where('case_id', '=', id)
    .execute();
}
