import type { ColumnType } from 'kysely';

declare module './db.ts' {
  interface Database {
    domain_events: DomainEventTable;
    audit_entries: AuditEntryTable;
    idempotency_keys: IdempotencyKeyTable;
    rate_limits: RateLimitTable;
  }
}

interface DomainEventTable {
  council_id: string;
  id: string;
  type: string;
  subject_type: string;
  subject_id: string;
  actor_type: string;
  actor_id: string | null;
  occurred_at: Date;
  data: ColumnType<Record<string, unknown>, string, never>;
}

interface AuditEntryTable {
  council_id: string;
  id: string;
  at: Date;
  actor_type: string;
  actor_id: string | null;
  actor_name: string;
  kind: 'act' | 'read';
  act: string;
  subject_type: string;
  subject_id: string | null;
  purpose: string | null;
  detail: ColumnType<Record<string, unknown>, string, never>;
}

interface IdempotencyKeyTable {
  council_id: string;
  key: string;
  scope: string;
  at: Date;
  request_hash: string;
  response: ColumnType<unknown, string | null, string | null>;
}

interface RateLimitTable {
  council_id: string;
  key: string;
  hits: number;
  resets_at: Date;
}
