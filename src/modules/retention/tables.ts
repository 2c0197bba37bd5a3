import type { Json } from '#platform/json-column';

declare module '#platform/db' {
  interface Database {
    legal_holds: LegalHoldTable;
    disposals: DisposalTable;
  }
}

interface LegalHoldTable {
  council_id: string;
  id: string;
  subject_type: string;
  subject_id: string;
  why: string;
  by: string;
  at: Date;
  lifted_at: Date | null;
  lifted_by: string | null;
}

interface DisposalTable {
  council_id: string;
  id: string;
  rule: string;
  run_at: Date;
  counts: Json;
  proof_sha256: string;
  by_name: string;
}
