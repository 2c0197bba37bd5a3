import type { ColumnType, Generated } from 'kysely';
import type { JsonOrDefault } from '#platform/json-column';

declare module '#platform/db' {
  interface Database {
    people: PersonTable;
    teams: TeamTable;
    staff_members: StaffMemberTable;
    team_members: TeamMemberTable;
    sessions: SessionTable;
    one_time_links: OneTimeLinkTable;
    api_tokens: ApiTokenTable;
    sign_in_attempts: SignInAttemptTable;
    recovery_codes: RecoveryCodeTable;
    staff_trainings: StaffTrainingTable;
  }
}

interface PersonTable {
  id: string;
  email: string;
  name: string;
  password_hash: string | null;
  /** Sessions that were begun before it open nothing, at any council. */
  password_changed_at: Generated<Date | null>;
  totp_secret_sealed: Buffer | null;
  totp_confirmed_at: Date | null;
  totp_last_step: number | null;
  oidc_issuer: string | null;
  oidc_subject: string | null;
  is_demonstration: Generated<boolean>;
  created_at: Date;
}

interface TeamTable {
  council_id: string;
  id: string;
  slug: string;
  name: string;
  kind: 'team' | 'partner';
  inbox: string;
  phone: string | null;
  manager_id: string | null;
  cover_id: string | null;
  ended_at: Date | null;
}

interface StaffMemberTable {
  council_id: string;
  id: string;
  person_id: string;
  slug: string;
  name: string;
  job_title: string;
  roles: string[];
  skills: Generated<string[]>;
  team_id: string | null;
  joined_at: Date;
  left_at: Date | null;
  /** When the person took up the place, by this council's own link or its single sign-on; null until then. */
  accepted_at: Date | null;
  is_demonstration: Generated<boolean>;
}

interface TeamMemberTable {
  council_id: string;
  team_id: string;
  staff_id: string;
  since: Date;
  ended_at: Date | null;
}

interface SessionTable {
  council_id: string;
  token_hash: Buffer;
  kind: 'staff' | 'customer' | 'visitor';
  subject_id: string | null;
  step: Generated<string>;
  data: JsonOrDefault;
  created_at: Date;
  seen_at: Date;
  expires_at: Date;
  ended_at: Date | null;
}

interface OneTimeLinkTable {
  council_id: string;
  token_hash: Buffer;
  purpose: string;
  subject_type: string;
  subject_id: string;
  data: JsonOrDefault;
  made_at: Date;
  expires_at: Date;
  uses_left: number | null;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

interface ApiTokenTable {
  council_id: string;
  id: string;
  token_hash: Buffer;
  name: string;
  role: string;
  made_at: Date;
  /** The name of whoever made it, as it was then. */
  made_by: Generated<string>;
  /** To the minute: not every request writes. */
  last_used_at: ColumnType<Date | null, never, Date>;
  expires_at: Date | null;
  revoked_at: Date | null;
}

interface SignInAttemptTable {
  council_id: string;
  address_hash: Buffer;
  failures: number;
  last_at: Date;
  locked_until: Date | null;
}

interface RecoveryCodeTable {
  person_id: string;
  code_hash: Buffer;
  made_at: Date;
  used_at: Date | null;
}

interface StaffTrainingTable {
  council_id: string;
  id: string;
  staff_id: string;
  /** Slug of one of the council's trainings. */
  training: string;
  trained_on: string;
  /** The last day on which it is good; null where it does not end. */
  until_on: string | null;
  at: Date;
  by_name: string;
  taken_back_at: Generated<Date | null>;
  taken_back_by: Generated<string | null>;
}
