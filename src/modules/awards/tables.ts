import type { PayeeKind, PaymentState, Per } from './words.ts';

declare module '#platform/db' {
  interface Database {
    awards: AwardTable;
    award_payments: AwardPaymentTable;
  }
}

interface AwardTable {
  council_id: string;
  id: string;
  case_id: string;
  hand_over_id: string;
  /** The back office's own name for the award, good within one hand-over. */
  award_key: string;
  /** Counted by the back office: the highest one holds. */
  revision: number;
  name: string;
  amount_pence: number | null;
  amount_per: Per | null;
  from_on: string | null;
  until_on: string | null;
  at: Date;
  by_name: string;
  /** Tells the same revision sent twice from another one under its number. */
  body_hash: string;
  /** Null while it holds. */
  replaced_at: Date | null;
}

interface AwardPaymentTable {
  council_id: string;
  award_id: string;
  number: number;
  on_date: string;
  pence: number;
  to_kind: PayeeKind;
  to_name: string | null;
  /** The days that it pays for. */
  from_on: string | null;
  until_on: string | null;
  state: PaymentState;
}
