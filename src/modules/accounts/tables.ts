import type { Generated } from 'kysely';

declare module '#platform/db' {
  interface Database {
    accounts: AccountTable;
    account_registrations: AccountRegistrationTable;
    account_challenges: AccountChallengeTable;
    account_recovery_codes: AccountRecoveryCodeTable;
    account_choices: AccountChoiceTable;
    account_grants: AccountGrantTable;
    organisations: OrganisationTable;
    account_helps: AccountHelpTable;
  }
}

/** How an account came to be: by the resident alone, or with somebody's help. */
export const MADE_HOW = ['self', 'phone', 'counter', 'hub', 'chat'] as const;
export type MadeHow = (typeof MADE_HOW)[number];

interface AccountTable {
  council_id: string;
  id: string;
  customer_id: string;
  name: string;
  email: string | null;
  mobile: string | null;
  password_hash: Generated<string | null>;
  totp_secret_sealed: Generated<Buffer | null>;
  totp_confirmed_at: Generated<Date | null>;
  totp_last_step: Generated<number | null>;
  oidc_issuer: string | null;
  oidc_subject: string | null;
  made_how: MadeHow;
  made_by: string | null;
  made_at: Date;
  first_in_at: Generated<Date | null>;
  last_in_at: Generated<Date | null>;
  first_act_at: Generated<Date | null>;
  is_demonstration: Generated<boolean>;
  about: string | null;
  closed_at: Generated<Date | null>;
  closed_by: Generated<string | null>;
}

interface AccountRegistrationTable {
  council_id: string;
  id: string;
  name: string;
  channel: 'email' | 'sms';
  address: string;
  made_how: MadeHow;
  begun_by: string | null;
  begun_at: Date;
  sends: Generated<number>;
  wrong_codes: Generated<number>;
  followed_up_at: Generated<Date | null>;
  ended_at: Generated<Date | null>;
  ending: Generated<'finished' | 'not-wanted' | 'replaced' | 'not-reached' | null>;
  account_id: Generated<string | null>;
  ended_by: Generated<string | null>;
}

interface AccountChallengeTable {
  council_id: string;
  id: string;
  token_hash: Buffer;
  purpose: 'sign-in' | 'address';
  channel: 'email' | 'sms';
  address: string;
  registration_id: string | null;
  account_id: string | null;
  sends: Generated<number>;
  wrong_codes: Generated<number>;
  made_at: Date;
  sent_at: Date;
  expires_at: Date;
  passed_at: Generated<Date | null>;
  used_at: Generated<Date | null>;
}

interface AccountRecoveryCodeTable {
  council_id: string;
  account_id: string;
  code_hash: Buffer;
  made_at: Date;
  used_at: Date | null;
}

interface AccountChoiceTable {
  council_id: string;
  customer_id: string;
  topic: string;
  channel: 'email' | 'sms' | 'letter';
  since: Date;
}

/** What a helper is to the person helped; `owner` and `user` belong to an organisation's account. */
export const GRANT_KINDS = ['relative', 'landlord', 'organisation', 'other', 'owner', 'user'] as const;
export type GrantKind = (typeof GRANT_KINDS)[number];

export const ORGANISATION_KINDS = ['business', 'charity', 'landlord', 'school', 'public-body', 'other'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

interface OrganisationTable {
  council_id: string;
  customer_id: string;
  kind: OrganisationKind;
  number: string | null;
  made_by: string;
  made_at: Date;
  ended_at: Generated<Date | null>;
  ended_by: Generated<string | null>;
}

interface AccountGrantTable {
  council_id: string;
  id: string;
  customer_id: string;
  kind: GrantKind;
  scopes: string[];
  invited_name: string;
  invited_email: string;
  granted_by: string;
  made_at: Date;
  ends_on: string | null;
  account_id: Generated<string | null>;
  accepted_at: Generated<Date | null>;
  ended_at: Generated<Date | null>;
  ended_by: Generated<string | null>;
  ending: Generated<'withdrawn' | 'declined' | 'left' | null>;
}

/** Staff let somebody into an account: a new one, or the one that they had. */
interface AccountHelpTable {
  council_id: string;
  id: string;
  account_id: string;
  /** The conversation in which it was done; null where none was open. */
  contact_id: string | null;
  staff_id: string;
  is_new: boolean;
  was_trained: boolean;
  at: Date;
}
