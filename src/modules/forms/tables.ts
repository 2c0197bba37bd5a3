import type { Generated } from 'kysely';
import type { Json, JsonOrDefault } from '#platform/json-column';

declare module '#platform/db' {
  interface Database {
    drafts: DraftTable;
    submissions: SubmissionTable;
    forms_left: FormLeftTable;
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
  page: Generated<string | null>;
  saved_to: Generated<string | null>;
  saved_at: Generated<Date | null>;
  return_hash: Generated<Buffer | null>;
  may_call: Generated<boolean>;
  call_number: Generated<string | null>;
  call_name: Generated<string | null>;
  left_at: Generated<Date | null>;
  called_at: Generated<Date | null>;
  called_by: Generated<string | null>;
  /** Whose account it stands in; null for a browser that nobody was signed in to. */
  account_id: Generated<string | null>;
  /** On which day it came on paper, `YYYY-MM-DD`; null where it was not on paper. */
  received_on: Generated<string | null>;
  /** Which right to act for somebody else it is filled in by. */
  grant_id: Generated<string | null>;
  /** Who of the staff went on with it last, as the customer asked. */
  helped_by: Generated<string | null>;
  helped_at: Generated<Date | null>;
}

/** A form that was begun and never sent, with nothing about whoever began it. */
interface FormLeftTable {
  council_id: string;
  id: string;
  service_slug: string;
  channel: string;
  on_date: string;
  page: string;
  was_saved: boolean;
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
  /** Who of the staff typed which answer, by its question; the customer typed the others. Null where nobody went on with it. */
  typed: Generated<unknown>;
}
