import type { Generated, GeneratedAlways } from 'kysely';
import type { Json, JsonOrDefault } from '#platform/json-column';

declare module '#platform/db' {
  interface Database {
    cases: CaseTable;
    case_parties: CasePartyTable;
    case_entries: CaseEntryTable;
    case_endings: CaseEndingTable;
    jobs: JobTable;
    job_entries: JobEntryTable;
    incidents: IncidentTable;
    incident_members: IncidentMemberTable;
    import_runs: ImportRunTable;
    case_bulk_runs: CaseBulkRunTable;
  }
}

interface CaseTable {
  council_id: string;
  id: string;
  reference: string;
  kind: Generated<string>;
  service_slug: string;
  service_version: number;
  title: string;
  description: Generated<string>;
  public_text: string | null;
  public_state: Generated<'private' | 'to-review' | 'public' | 'withheld'>;
  channel: string;
  team_id: string;
  owner_id: string | null;
  partner_id: string | null;
  submission_id: string | null;
  uprn: number | null;
  house_key: string | null;
  place: string | null;
  postcode: string | null;
  lat: number | null;
  lon: number | null;
  ward_code: string | null;
  tier: string;
  opened_at: Date;
  updated_at: Date;
  next_due_at: Date | null;
  stage: Generated<'open' | 'waiting' | 'ended'>;
  waiting_for: string | null;
  ending: string | null;
  ended_at: Date | null;
  reopened_count: Generated<number>;
  follows_case_id: string | null;
  repeats_case_id: string | null;
  incident_id: string | null;
  escalated_at: Date | null;
  escalated_to: string | null;
  source: Generated<string>;
  source_id: string | null;
  desired_outcome: string | null;
  outcome_achieved: boolean | null;
  search: GeneratedAlways<string>;
}

interface CasePartyTable {
  council_id: string;
  id: string;
  case_id: string;
  role: 'requester' | 'subject' | 'helper' | 'landlord' | 'councillor' | 'follower';
  customer_id: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
  wants_updates: Generated<boolean>;
  confirmed_at: Date | null;
  added_at: Date;
  ended_at: Date | null;
}

interface CaseEntryTable {
  council_id: string;
  id: string;
  case_id: string;
  at: Date;
  kind: string;
  audience: 'public' | 'customer' | 'staff';
  text: string;
  data: JsonOrDefault;
  actor_type: string;
  actor_id: string | null;
  actor_name: string | null;
  contact_id: string | null;
  job_id: string | null;
  source_id: string | null;
}

interface CaseEndingTable {
  council_id: string;
  id: string;
  case_id: string;
  ending: string;
  reason: string;
  challenge: string | null;
  passed_to: string | null;
  follows_case_id: string | null;
  by: string | null;
  by_name: string;
  at: Date;
  reopen_until: Date | null;
  reopened_at: Date | null;
  reopened_because: string | null;
}

interface JobTable {
  council_id: string;
  id: string;
  case_id: string;
  slug: string;
  title: string;
  instructions: string;
  team_id: string;
  is_partner: Generated<boolean>;
  number: number;
  state: 'sent' | 'accepted' | 'returned' | 'done' | 'not-done' | 'cancelled';
  evidence: Generated<'note' | 'photo' | 'none'>;
  promise_id: string | null;
  due_at: Date | null;
  made_at: Date;
  updated_at: Date;
  assigned_to: string | null;
  ended_at: Date | null;
  finding: string | null;
  external_id: string | null;
}

interface JobEntryTable {
  council_id: string;
  id: string;
  job_id: string;
  state: string;
  note: string | null;
  at: Date;
  by_type: string;
  by_id: string | null;
  by_name: string;
  source_id: string | null;
}

interface IncidentTable {
  council_id: string;
  id: string;
  reference: string;
  title: string;
  message: string;
  service_slug: string;
  round_slug: string | null;
  on_date: string | null;
  area: JsonOrDefault;
  team_id: string;
  owner_id: string | null;
  started_at: Date;
  ended_at: Date | null;
  ending: string | null;
  made_by: string | null;
}

interface IncidentMemberTable {
  council_id: string;
  id: string;
  incident_id: string;
  contact_id: string | null;
  case_id: string | null;
  customer_id: string | null;
  uprn: number | null;
  name: string | null;
  email: string | null;
  phone: string | null;
  at: Date;
  told_at: Date | null;
}

interface ImportRunTable {
  council_id: string;
  id: string;
  source: string;
  file_sha256: string;
  mapping_sha256: string;
  rows_read: Generated<number>;
  rows_taken: Generated<number>;
  rows_known: Generated<number>;
  rows_refused: Generated<number>;
  started_at: Date;
  updated_at: Date;
  finished_at: Date | null;
}

interface CaseBulkRunTable {
  council_id: string;
  id: string;
  made_by: string;
  made_at: Date;
  change: Json;
  case_ids: string[];
  done: Generated<number>;
  finished_at: Date | null;
  outcomes: JsonOrDefault;
}
