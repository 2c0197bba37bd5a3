import type { Generated } from 'kysely';
import type { Json, JsonOrNull } from '#platform/json-column';
import type { Per, Result } from './words.ts';

declare module '#platform/db' {
  interface Database {
    decisions: DecisionTable;
    decision_reviews: DecisionReviewTable;
  }
}

interface DecisionTable {
  council_id: string;
  id: string;
  case_id: string;
  number: number;
  result: Result;
  state: 'proposed' | 'sent-back' | 'made';
  /** Each in plain words with the law or policy that it rests on, as they stood then. */
  reasons: Json;
  /** What the officer added for this customer. */
  words: string | null;
  amount_pence: number | null;
  amount_per: Per | null;
  from_on: string | null;
  until_on: string | null;
  /** How it can be challenged, as the service said when it was made. */
  challenge: JsonOrNull;
  /** The last day on which it can be; null where the law gives no end, and until it is made. */
  challenge_until: string | null;
  corrects: string | null;
  key: string | null;
  proposed_at: Date;
  proposed_by_type: string;
  proposed_by: string | null;
  proposed_by_name: string;
  second_at: Date | null;
  second_by: string | null;
  second_by_name: string | null;
  /** Why it was sent back. */
  note: string | null;
  made_at: Date | null;
}

interface DecisionReviewTable {
  council_id: string;
  id: string;
  case_id: string;
  decision_id: string;
  because: string;
  is_late: boolean;
  state: Generated<'open' | 'upheld' | 'changed'>;
  team_id: string;
  promise_id: string;
  due_at: Date;
  at: Date;
  by_type: string;
  by_name: string;
  words: string | null;
  ended_at: Date | null;
  ended_by: string | null;
  ended_by_name: string | null;
}
