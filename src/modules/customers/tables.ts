import type { Generated } from 'kysely';
import type { Json } from '#platform/json-column';

declare module '#platform/db' {
  interface Database {
    customers: CustomerTable;
    customer_reaches: CustomerReachTable;
    customer_keys: CustomerKeyTable;
    customer_needs: CustomerNeedTable;
    customer_merges: CustomerMergeTable;
    customer_notes: CustomerNoteTable;
    identity_checks: IdentityCheckTable;
    customer_searches: CustomerSearchTable;
  }
}

interface CustomerTable {
  council_id: string;
  id: string;
  cluster_id: string;
  kind: 'person' | 'organisation';
  type: Generated<string>;
  name: string;
  given_name: string | null;
  family_name: string | null;
  born_on: string | null;
  uprn: number | null;
  address: string | null;
  postcode: string | null;
  language: string | null;
  interpreter: Generated<boolean>;
  access_need: string | null;
  email_asked_at: Date | null;
  password_word_hash: string | null;
  made_at: Date;
  made_by: string | null;
  source: string;
  updated_at: Date;
}

interface CustomerReachTable {
  council_id: string;
  id: string;
  customer_id: string;
  kind: 'phone' | 'mobile' | 'email' | 'post';
  value: string;
  value_key: string;
  is_preferred: Generated<boolean>;
  since: Date;
  verified_at: Date | null;
  ended_at: Date | null;
}

interface CustomerKeyTable {
  council_id: string;
  key: string;
  customer_id: string;
}

interface CustomerNeedTable {
  council_id: string;
  id: string;
  customer_id: string;
  kind: string;
  reason: string;
  detail: string | null;
  channel: string;
  assessed_by: string;
  assessed_at: Date;
  review_on: string;
  ended_at: Date | null;
  ended_by: string | null;
}

interface CustomerMergeTable {
  council_id: string;
  id: string;
  kept_cluster_id: string;
  merged_cluster_id: string;
  moved_ids: string[];
  reasons: Json;
  merged_at: Date;
  merged_by: string;
  undone_at: Date | null;
  undone_by: string | null;
}

interface CustomerNoteTable {
  council_id: string;
  id: string;
  customer_id: string;
  note: string;
  at: Date;
  by: string;
  ended_at: Date | null;
}

interface IdentityCheckTable {
  council_id: string;
  id: string;
  customer_id: string;
  at: Date;
  by: string;
  facts: string[];
  passed: boolean;
}

interface CustomerSearchTable {
  council_id: string;
  id: string;
  staff_id: string;
  typed: string;
  made_at: Date;
  expires_at: Date;
}
