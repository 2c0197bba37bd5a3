import type { Generated } from 'kysely';
import type { EvidenceState, Planned, Shown } from './words.ts';

declare module '#platform/db' {
  interface Database {
    evidence: EvidenceTable;
    evidence_history: EvidenceHistoryTable;
  }
}

interface EvidenceTable {
  council_id: string;
  id: string;
  case_id: string;
  /** Id of the piece in the service's definition; `asked-<n>` for what an officer asked for in words. */
  piece: string;
  name: string;
  why: string;
  state: Generated<EvidenceState>;
  /** How the customer said that they would show it. */
  planned: Planned | null;
  shown: Shown | null;
  file_ids: Generated<string[]>;
  /** Why it was refused, as the customer reads it. */
  reason: string | null;
  /** The hand-over whose destination asked for it; null where the service or one of us did. */
  hand_over_id: Generated<string | null>;
  /** The promise waits until it is here. */
  is_waited_for: Generated<boolean>;
  /** The application cannot be decided well without it. */
  is_required: Generated<boolean>;
  due_on: string | null;
  /** When the customer was reminded that it did not come by its day. */
  reminded_at: Date | null;
  valid_until: string | null;
  made_at: Date;
  changed_at: Date;
  by_type: string;
  by_id: string | null;
  by_name: string;
}

interface EvidenceHistoryTable {
  council_id: string;
  id: string;
  evidence_id: string;
  at: Date;
  state: EvidenceState;
  shown: Shown | null;
  file_ids: string[];
  reason: string | null;
  due_on: string | null;
  valid_until: string | null;
  by_type: string;
  by_id: string | null;
  by_name: string;
}
