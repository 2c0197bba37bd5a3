import type { Json, JsonOrDefault } from '#platform/json-column';

declare module '#platform/db' {
  interface Database {
    drafts: DraftTable;
    submissions: SubmissionTable;
  }
}

interface DraftTable {
  council_id: string;
  id: string;
  service_slug: string;
  service_version: number;
  channel: string;
  answers: JsonOrDefault;
  token_hash: Buffer | null;
  started_by: string | null;
  contact_id: string | null;
  customer_id: string | null;
  made_at: Date;
  updated_at: Date;
  expires_at: Date;
  submitted_at: Date | null;
  case_id: string | null;
}

interface SubmissionTable {
  council_id: string;
  id: string;
  draft_id: string | null;
  service_slug: string;
  service_version: number;
  answers: Json;
  answered_by: string;
  typed_by_staff_id: string | null;
  channel: string;
  at: Date;
  case_id: string | null;
}
