-- My Account: how a resident gets in, who acts for whom, what they want to be told. Whose account it is stands in customers.

create table accounts (
  council_id uuid not null references councils, id uuid not null, customer_id uuid not null, name text not null,
  -- How the person gets in: lower-case email, E.164 mobile; each was proven. After closing none of these is kept.
  email text, mobile text, password_hash text, totp_secret_sealed bytea, totp_confirmed_at timestamptz(3), totp_last_step bigint,
  oidc_issuer text, oidc_subject text,
  made_how text not null check (made_how in ('self', 'phone', 'counter', 'hub', 'chat')), made_by uuid, made_at timestamptz(3) not null,
  -- Whether somebody who was helped got in alone afterwards, and did something there (A-22).
  first_in_at timestamptz(3), last_in_at timestamptz(3), first_act_at timestamptz(3),
  -- In a demonstration: who this is, for the list of people whom anybody may sign in as.
  is_demonstration boolean not null default false, about text, closed_at timestamptz(3), closed_by text,
  primary key (council_id, id), foreign key (council_id, customer_id) references customers);
create unique index accounts_email on accounts (council_id, email) where email is not null and closed_at is null;
create unique index accounts_mobile on accounts (council_id, mobile) where mobile is not null and closed_at is null;
create unique index accounts_oidc on accounts (council_id, oidc_issuer, oidc_subject) where oidc_subject is not null and closed_at is null;
create index accounts_customer on accounts (council_id, customer_id);
create index accounts_made on accounts (council_id, made_at);

-- One begun and not finished is followed up once, then listed for staff (A-17, A-18).
create table account_registrations (
  council_id uuid not null references councils, id uuid not null, name text not null, channel text not null check (channel in ('email', 'sms')),
  address text not null, made_how text not null check (made_how in ('self', 'phone', 'counter', 'hub', 'chat')), begun_by uuid, begun_at timestamptz(3) not null,
  sends integer not null default 0, wrong_codes integer not null default 0, followed_up_at timestamptz(3),
  ended_at timestamptz(3), ending text check (ending in ('finished', 'not-wanted', 'replaced', 'not-reached')), account_id uuid, ended_by uuid,
  primary key (council_id, id));
create unique index account_registrations_live on account_registrations (council_id, address) where ended_at is null;
create index account_registrations_begun on account_registrations (council_id, begun_at) where ended_at is null;

-- A code that was sent to an address, tied to the browser that asked. The code itself is kept nowhere: it is made again
-- from this row and the house's secret.
create table account_challenges (
  council_id uuid not null references councils, id uuid not null, token_hash bytea not null, purpose text not null check (purpose in ('sign-in', 'address')),
  channel text not null check (channel in ('email', 'sms')), address text not null, registration_id uuid, account_id uuid,
  sends integer not null default 1, wrong_codes integer not null default 0, made_at timestamptz(3) not null, sent_at timestamptz(3) not null,
  expires_at timestamptz(3) not null, passed_at timestamptz(3), used_at timestamptz(3), primary key (council_id, id), unique (council_id, token_hash));
create index account_challenges_expires on account_challenges (council_id, expires_at);

create table account_recovery_codes (
  council_id uuid not null, account_id uuid not null, code_hash bytea not null, made_at timestamptz(3) not null, used_at timestamptz(3),
  primary key (council_id, account_id, code_hash), foreign key (council_id, account_id) references accounts);

-- What somebody does not want to be told, by topic and channel. What is not here is wanted.
create table account_choices (
  council_id uuid not null, customer_id uuid not null, topic text not null, channel text not null check (channel in ('email', 'sms', 'letter')),
  since timestamptz(3) not null, primary key (council_id, customer_id, topic, channel), foreign key (council_id, customer_id) references customers);

-- Who acts for whom: a relative, landlord or organisation that helps, or a user of an organisation's account. Granted and
-- withdrawn by those helped; a row is stamped, never deleted, since staff may have relied on it.
create table account_grants (
  council_id uuid not null references councils, id uuid not null, customer_id uuid not null,
  kind text not null check (kind in ('relative', 'landlord', 'organisation', 'other', 'owner', 'user')), scopes text[] not null,
  invited_name text not null, invited_email text not null, granted_by uuid not null, made_at timestamptz(3) not null, ends_on date,
  account_id uuid, accepted_at timestamptz(3), ended_at timestamptz(3), ended_by uuid, ending text check (ending in ('withdrawn', 'declined', 'left')),
  primary key (council_id, id), foreign key (council_id, customer_id) references customers);
create index account_grants_customer on account_grants (council_id, customer_id);
create index account_grants_account on account_grants (council_id, account_id) where ended_at is null;
create unique index account_grants_live on account_grants (council_id, customer_id, invited_email) where ended_at is null;

do $$ declare t text; begin
  foreach t in array array['accounts', 'account_registrations', 'account_challenges', 'account_recovery_codes', 'account_choices', 'account_grants'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own_council on %I using (council_id = app_council()) with check (council_id = app_council())', t);
    execute format('grant select, insert, update, delete on %I to frontdoor_app', t);
  end loop;
end $$;

-- A code in a message is sealed until the message leaves, so that nobody at the desk reads it; then it is gone.
alter table messages add column code_sealed bytea;
