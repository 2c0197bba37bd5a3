import type { Generated } from 'kysely';
import type { Json } from '#platform/json-column';

declare module '#platform/db' {
  interface Database {
    promises: PromiseTable;
    promise_pauses: PromisePauseTable;
    promise_revisions: PromiseRevisionTable;
  }
}

interface PromiseTable {
  council_id: string;
  id: string;
  subject_type: string;
  subject_id: string;
  kind: string;
  what: Json;
  standard_slug: string;
  standard_version: number;
  clock: Json;
  team_id: string | null;
  owner_id: string | null;
  started_at: Date;
  due_at: Date;
  risk_at: Date | null;
  told_at: Date | null;
  told_contact_id: string | null;
  warned_at: Date | null;
  overdue_at: Date | null;
  paused_at: Date | null;
  outcome: 'kept' | 'missed' | 'renegotiated' | 'withdrawn' | null;
  done_at: Date | null;
  decided_at: Date | null;
  provisional_until: Date | null;
  replaced_by: string | null;
  follows_id: string | null;
  is_imported: Generated<boolean>;
  made_at: Date;
}

interface PromisePauseTable {
  council_id: string;
  id: string;
  promise_id: string;
  from_at: Date;
  to_at: Date | null;
  why: string;
  by: string | null;
}

interface PromiseRevisionTable {
  council_id: string;
  id: string;
  promise_id: string;
  old_due_at: Date;
  new_due_at: Date;
  kind: string;
  why: string;
  by: string | null;
  at: Date;
  message_id: string | null;
}
