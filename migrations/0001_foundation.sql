-- The first shape of the house. Every table of a council leads with council_id in its key; row-level security is the
-- second lock under every `where`. National data (postcodes, wards) belongs to nobody. Instants are timestamptz(3), UTC.
-- The owner migrates, backs up, bulk-loads and works the queue; a request becomes `frontdoor_app` for its transaction.

create function app_council() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.council_id', true), '')::uuid;

-- ── platform: outbox, audit, limits ─────────────────────────────────────────────────────────────────────────────
create table domain_events (
  council_id uuid not null, id uuid not null, type text not null, subject_type text not null, subject_id uuid not null,
  actor_type text not null, actor_id uuid, occurred_at timestamptz(3) not null, data jsonb not null default '{}',
  primary key (council_id, id));
create index domain_events_subject on domain_events (council_id, subject_id, occurred_at);

-- Acts and reads of people's records. A read names its purpose; neither holds what was read.
create table audit_entries (
  council_id uuid not null, id uuid not null, at timestamptz(3) not null, actor_type text not null, actor_id uuid,
  actor_name text not null, kind text not null check (kind in ('act', 'read')), act text not null,
  subject_type text not null, subject_id uuid, purpose text, detail jsonb not null default '{}',
  primary key (council_id, id));
create index audit_entries_subject on audit_entries (council_id, subject_id, at desc);
create index audit_entries_actor on audit_entries (council_id, actor_id, at desc);
create index audit_entries_at on audit_entries (council_id, at desc, id desc);

create unlogged table rate_limits (
  council_id uuid not null, key text not null, hits integer not null, resets_at timestamptz(3) not null,
  primary key (council_id, key));

create table idempotency_keys (
  council_id uuid not null, key text not null, scope text not null, at timestamptz(3) not null,
  request_hash text not null, response jsonb, primary key (council_id, scope, key));

-- ── councils ────────────────────────────────────────────────────────────────────────────────────────────────────
create table councils (
  id uuid primary key, slug text not null unique, name text not null, hosts text[] not null default '{}',
  revision integer not null default 1, created_at timestamptz(3) not null);

-- What a council's folder says, one row a version of each document: profile, calendar, site, team, standard,
-- template, cost set, service … A changed document makes a new version; nothing that runs loses its own.
create table council_documents (
  council_id uuid not null references councils, kind text not null, slug text not null, version integer not null,
  hash text not null, body jsonb not null, source text not null check (source in ('folder', 'desk')),
  is_current boolean not null, made_at timestamptz(3) not null, made_by text not null,
  primary key (council_id, kind, slug, version));
create unique index council_documents_current on council_documents (council_id, kind, slug) where is_current;

-- ── staff ───────────────────────────────────────────────────────────────────────────────────────────────────────
-- A person may work for several councils: who they are is apart from where they work.
create table people (
  id uuid primary key, email text not null, name text not null, password_hash text, totp_secret_sealed bytea,
  totp_confirmed_at timestamptz(3), totp_last_step bigint, failed_sign_ins integer not null default 0,
  locked_until timestamptz(3), oidc_issuer text, oidc_subject text, is_demonstration boolean not null default false,
  created_at timestamptz(3) not null);
create unique index people_email on people (lower(email));
create unique index people_oidc on people (oidc_issuer, oidc_subject) where oidc_subject is not null;

create table teams (
  council_id uuid not null references councils, id uuid not null, slug text not null, name text not null,
  kind text not null check (kind in ('team', 'partner')), inbox text not null, phone text,
  manager_id uuid, cover_id uuid, ended_at timestamptz(3), primary key (council_id, id), unique (council_id, slug));

create table staff_members (
  council_id uuid not null references councils, id uuid not null, person_id uuid not null references people,
  slug text not null, name text not null, job_title text not null, roles text[] not null, skills text[] not null default '{}',
  team_id uuid, joined_at timestamptz(3) not null, left_at timestamptz(3), is_demonstration boolean not null default false,
  primary key (council_id, id), unique (council_id, slug), unique (council_id, person_id));

create table team_members (
  council_id uuid not null, team_id uuid not null, staff_id uuid not null, since timestamptz(3) not null,
  ended_at timestamptz(3), primary key (council_id, team_id, staff_id, since),
  foreign key (council_id, team_id) references teams, foreign key (council_id, staff_id) references staff_members);
create index team_members_staff on team_members (council_id, staff_id) where ended_at is null;

-- Random token in the cookie, only its hash here. `step` says what is still missing before it opens a door.
create table sessions (
  council_id uuid not null, token_hash bytea not null, kind text not null check (kind in ('staff', 'customer', 'visitor')),
  subject_id uuid, step text not null default 'complete', data jsonb not null default '{}', created_at timestamptz(3) not null,
  seen_at timestamptz(3) not null, expires_at timestamptz(3) not null, ended_at timestamptz(3),
  primary key (council_id, token_hash));
create index sessions_subject on sessions (council_id, subject_id) where ended_at is null;

-- A link that opens one thing once: an invitation, an e-mailed way to a case, a partner's job sheet.
create table one_time_links (
  council_id uuid not null, token_hash bytea not null, purpose text not null, subject_type text not null, subject_id uuid not null,
  data jsonb not null default '{}', made_at timestamptz(3) not null, expires_at timestamptz(3) not null,
  uses_left integer, last_used_at timestamptz(3), revoked_at timestamptz(3), primary key (council_id, token_hash));
create index one_time_links_subject on one_time_links (council_id, subject_id);

create table api_tokens (
  council_id uuid not null references councils, id uuid not null, token_hash bytea not null unique, name text not null, role text not null,
  made_at timestamptz(3) not null, expires_at timestamptz(3), revoked_at timestamptz(3), primary key (council_id, id));

-- ── places ──────────────────────────────────────────────────────────────────────────────────────────────────────
create table districts (code text primary key, name text not null, site text);
create table wards (code text primary key, name text not null, district_code text not null references districts, outline jsonb);
create table postcodes (
  postcode text primary key, lat double precision not null, lon double precision not null, district_code text not null, ward_code text);
create index postcodes_ward on postcodes (ward_code);

create table rounds (
  council_id uuid not null references councils, slug text not null, name text not null, containers text[] not null, weekday smallint not null check (weekday between 1 and 7),
  every_weeks smallint not null default 1, first_on date not null, primary key (council_id, slug));
create table round_days (
  council_id uuid not null, round_slug text not null, on_date date not null, state text not null check (state in ('planned', 'started', 'finished', 'not-completed', 'moved')),
  moved_to date, started_at timestamptz(3), finished_at timestamptz(3), note text, recorded_at timestamptz(3) not null, source_id text,
  primary key (council_id, round_slug, on_date), foreign key (council_id, round_slug) references rounds);

-- UPRN is the national key of an address; invented ones are labelled and come from a range that is not in use.
create table addresses (
  council_id uuid not null references councils, uprn bigint not null, line text not null, street text not null, house text not null, locality text,
  town text not null, postcode text not null, house_key text not null, lat double precision not null, lon double precision not null,
  ward_code text, class text not null default 'R', is_invented boolean not null default false, updated_at timestamptz(3) not null,
  ended_at timestamptz(3), primary key (council_id, uprn));
create index addresses_postcode on addresses (council_id, postcode, uprn);
create index addresses_house_key on addresses (council_id, house_key);
create index addresses_street on addresses (council_id, lower(street) text_pattern_ops);
create index addresses_place on addresses (council_id, lat, lon);

create table address_collections (
  council_id uuid not null, uprn bigint not null, container text not null, round_slug text not null, assisted boolean not null default false,
  since date not null, until date, primary key (council_id, uprn, container, since),
  foreign key (council_id, uprn) references addresses, foreign key (council_id, round_slug) references rounds);

create table round_events (
  council_id uuid not null, id uuid not null, round_slug text not null, on_date date not null, uprn bigint, street text, container text,
  kind text not null check (kind in ('not-presented', 'contaminated', 'access-blocked', 'not-completed')), at timestamptz(3) not null,
  note text, source_id text, recorded_at timestamptz(3) not null, withdrawn_at timestamptz(3), primary key (council_id, id));
create unique index round_events_source on round_events (council_id, source_id) where source_id is not null;
create index round_events_uprn on round_events (council_id, uprn, on_date desc);

-- What keeps visiting staff safe: evidence, an approver who is not the proposer, a review and an end.
create table address_markers (
  council_id uuid not null, id uuid not null, uprn bigint, customer_id uuid, what text not null, evidence text not null,
  proposed_by uuid not null, proposed_at timestamptz(3) not null, approved_by uuid, approved_at timestamptz(3),
  review_on date not null, ends_on date not null, ended_at timestamptz(3), ended_by uuid, primary key (council_id, id),
  check (approved_by is null or approved_by <> proposed_by));
create index address_markers_uprn on address_markers (council_id, uprn) where ended_at is null;

-- ── customers ───────────────────────────────────────────────────────────────────────────────────────────────────
-- People are merged by cluster: the key of a record is never rewritten, so a merge can be undone.
create table customers (
  council_id uuid not null references councils, id uuid not null, cluster_id uuid not null, kind text not null check (kind in ('person', 'organisation')),
  type text not null default 'resident', name text not null, given_name text, family_name text, born_on date, uprn bigint, address text, postcode text,
  language text, interpreter boolean not null default false, access_need text, email_asked_at timestamptz(3), password_word_hash text,
  made_at timestamptz(3) not null, made_by uuid, source text not null, updated_at timestamptz(3) not null, primary key (council_id, id));
create index customers_cluster on customers (council_id, cluster_id);
create index customers_uprn on customers (council_id, uprn);
create index customers_postcode on customers (council_id, postcode);

create table customer_reaches (
  council_id uuid not null, id uuid not null, customer_id uuid not null, kind text not null check (kind in ('phone', 'mobile', 'email', 'post')),
  value text not null, value_key text not null, is_preferred boolean not null default false, since timestamptz(3) not null,
  verified_at timestamptz(3), ended_at timestamptz(3), primary key (council_id, id), foreign key (council_id, customer_id) references customers);
create index customer_reaches_key on customer_reaches (council_id, value_key) where ended_at is null;
create index customer_reaches_customer on customer_reaches (council_id, customer_id);

-- Search by plain equality on prepared keys (n: name, s: sound, p: phone, e: email, c: postcode, h: house and postcode):
-- a B-tree is leakproof, so it keeps its index under the policy.
create table customer_keys (
  council_id uuid not null, key text not null, customer_id uuid not null, primary key (council_id, key, customer_id));
create index customer_keys_customer on customer_keys (council_id, customer_id);

create table customer_needs (
  council_id uuid not null, id uuid not null, customer_id uuid not null, kind text not null, reason text not null, detail text, channel text not null,
  assessed_by uuid not null, assessed_at timestamptz(3) not null, review_on date not null, ended_at timestamptz(3), ended_by uuid,
  primary key (council_id, id), foreign key (council_id, customer_id) references customers);
create index customer_needs_customer on customer_needs (council_id, customer_id) where ended_at is null;

create table customer_merges (
  council_id uuid not null, id uuid not null, kept_cluster_id uuid not null, merged_cluster_id uuid not null, moved_ids uuid[] not null, reasons jsonb not null,
  merged_at timestamptz(3) not null, merged_by uuid not null, undone_at timestamptz(3), undone_by uuid, primary key (council_id, id));

create table customer_notes (
  council_id uuid not null, id uuid not null, customer_id uuid not null, note text not null, at timestamptz(3) not null, by uuid not null,
  ended_at timestamptz(3), primary key (council_id, id), foreign key (council_id, customer_id) references customers);
create index customer_notes_customer on customer_notes (council_id, customer_id);

-- ── promises ────────────────────────────────────────────────────────────────────────────────────────────────────
-- A promise is an object: what, by when, from which version of which standard, when it was told, and how it ended.
create table promises (
  council_id uuid not null, id uuid not null, subject_type text not null, subject_id uuid not null, kind text not null, what jsonb not null,
  standard_slug text not null, standard_version integer not null, clock jsonb not null, team_id uuid, owner_id uuid,
  started_at timestamptz(3) not null, due_at timestamptz(3) not null, risk_at timestamptz(3), told_at timestamptz(3), told_contact_id uuid,
  warned_at timestamptz(3), paused_at timestamptz(3), outcome text check (outcome in ('kept', 'missed', 'renegotiated', 'withdrawn')),
  done_at timestamptz(3), decided_at timestamptz(3), provisional_until timestamptz(3), replaced_by uuid, is_imported boolean not null default false,
  made_at timestamptz(3) not null, primary key (council_id, id));
create index promises_subject on promises (council_id, subject_id);
create index promises_open_due on promises (council_id, due_at, id) where outcome is null;
create index promises_open_risk on promises (council_id, risk_at) where outcome is null and warned_at is null and paused_at is null;
create index promises_decided on promises (council_id, decided_at) where decided_at is not null;
create table promise_pauses (
  council_id uuid not null, id uuid not null, promise_id uuid not null, from_at timestamptz(3) not null, to_at timestamptz(3), why text not null, by uuid,
  primary key (council_id, id), foreign key (council_id, promise_id) references promises);
create index promise_pauses_promise on promise_pauses (council_id, promise_id);
create unique index promise_pauses_open on promise_pauses (council_id, promise_id) where to_at is null;
create table promise_revisions (
  council_id uuid not null, id uuid not null, promise_id uuid not null, old_due_at timestamptz(3) not null, new_due_at timestamptz(3) not null, kind text not null,
  why text not null, by uuid, at timestamptz(3) not null, message_id uuid, primary key (council_id, id), foreign key (council_id, promise_id) references promises);
create index promise_revisions_promise on promise_revisions (council_id, promise_id);

-- ── documents ───────────────────────────────────────────────────────────────────────────────────────────────────
-- The stripped copy is what is shown; the original is sealed apart with its hash, as evidence.
create table files (
  council_id uuid not null, id uuid not null, name text not null, media_type text not null, bytes integer not null, sha256 text not null, width integer, height integer,
  shown_key text, original_key text, original_sha256 text, scan_state text not null default 'not-scanned', uploaded_by_type text not null, uploaded_by uuid,
  uploaded_at timestamptz(3) not null, disposed_at timestamptz(3), primary key (council_id, id));
create table file_links (
  council_id uuid not null, subject_type text not null, subject_id uuid not null, file_id uuid not null, purpose text not null, is_public boolean not null default false,
  at timestamptz(3) not null, primary key (council_id, subject_id, file_id), foreign key (council_id, file_id) references files);

-- ── forms ───────────────────────────────────────────────────────────────────────────────────────────────────────
create table drafts (
  council_id uuid not null, id uuid not null, service_slug text not null, service_version integer not null, channel text not null, answers jsonb not null default '{}',
  token_hash bytea, started_by uuid, contact_id uuid, customer_id uuid, made_at timestamptz(3) not null, updated_at timestamptz(3) not null,
  expires_at timestamptz(3) not null, submitted_at timestamptz(3), case_id uuid, primary key (council_id, id));
create unique index drafts_token on drafts (council_id, token_hash) where token_hash is not null;
create index drafts_expiry on drafts (expires_at) where submitted_at is null;
create table submissions (
  council_id uuid not null, id uuid not null, draft_id uuid, service_slug text not null, service_version integer not null, answers jsonb not null,
  answered_by text not null, typed_by_staff_id uuid, channel text not null, at timestamptz(3) not null, case_id uuid, primary key (council_id, id));
create unique index submissions_draft on submissions (council_id, draft_id) where draft_id is not null;
create index submissions_case on submissions (council_id, case_id);

-- ── contacts ────────────────────────────────────────────────────────────────────────────────────────────────────
-- One row an interaction, on any channel, in or out. The situational name and number stay on it whoever it turns out to be.
create table contacts (
  council_id uuid not null references councils, id uuid not null, thread_id uuid not null, channel text not null, direction text not null check (direction in ('in', 'out')),
  handled text not null check (handled in ('person', 'automatic')), contact_point text, customer_id uuid, identity text not null default 'unknown' check (identity in ('unknown', 'known', 'to-register')),
  validated_at timestamptz(3), validated_by_facts text[], given_name text, given_phone text, given_email text, staff_id uuid, team_id uuid,
  started_at timestamptz(3) not null, answered_at timestamptz(3), ended_at timestamptz(3), wrapped_at timestamptz(3), waited_seconds integer, handling_seconds integer,
  abandoned_at timestamptz(3), summary text, outcome text, resolved_first boolean, self_service_offered boolean, self_service_accepted boolean, link_sent boolean,
  marks text[] not null default '{}', pages_seen jsonb not null default '[]', is_imported boolean not null default false, primary key (council_id, id));
create index contacts_customer on contacts (council_id, customer_id, started_at desc, id desc);
create index contacts_thread on contacts (council_id, thread_id);
create index contacts_started on contacts (council_id, started_at desc, id desc);
create index contacts_live on contacts (council_id, staff_id) where ended_at is null and direction = 'in';
create table contact_questions (
  council_id uuid not null, id uuid not null, contact_id uuid not null, position smallint not null, service_slug text, reason text not null, act text, case_id uuid,
  incident_id uuid, avoidable_cause text, note text, at timestamptz(3) not null, primary key (council_id, id), foreign key (council_id, contact_id) references contacts);
create index contact_questions_contact on contact_questions (council_id, contact_id);
create index contact_questions_case on contact_questions (council_id, case_id, at) where case_id is not null;
create table contact_segments (
  council_id uuid not null, id uuid not null, contact_id uuid not null, staff_id uuid, kind text not null, started_at timestamptz(3) not null, ended_at timestamptz(3),
  to_team_id uuid, reason text, primary key (council_id, id), foreign key (council_id, contact_id) references contacts);
create index contact_segments_contact on contact_segments (council_id, contact_id);
create table contact_marks (
  council_id uuid not null, id uuid not null, subject_type text not null check (subject_type in ('contact', 'case')), subject_id uuid not null, mark text not null, team_id uuid not null, promise_id uuid,
  at timestamptz(3) not null, by uuid, note text, ended_at timestamptz(3), primary key (council_id, id));
create index contact_marks_subject on contact_marks (council_id, subject_id);
create index contact_marks_team on contact_marks (council_id, team_id, at desc) where ended_at is null;

-- A message out: held (no provider), queued, sent, delivered or failed; sent at most once by its key.
create table messages (
  council_id uuid not null, id uuid not null, contact_id uuid not null, case_id uuid, customer_id uuid, key text not null, channel text not null check (channel in ('email', 'sms', 'letter')),
  to_address text not null, to_name text, template_slug text not null, template_version integer, subject text, body text not null, sender_staff_id uuid, reply_to text,
  state text not null check (state in ('queued', 'sending', 'sent', 'delivered', 'failed', 'held', 'capped')), state_reason text, attempts integer not null default 0,
  provider text, provider_id text, promise_ids uuid[] not null default '{}', made_at timestamptz(3) not null, sent_at timestamptz(3), primary key (council_id, id), unique (council_id, key));
create index messages_contact on messages (council_id, contact_id);
create index messages_case on messages (council_id, case_id, made_at);
create index messages_outbox on messages (council_id, made_at desc, id desc);
create index messages_person_day on messages (council_id, to_address, made_at);

-- ── cases ───────────────────────────────────────────────────────────────────────────────────────────────────────
create table cases (
  council_id uuid not null references councils, id uuid not null, reference text not null, kind text not null default 'report', service_slug text not null, service_version integer not null,
  title text not null, description text not null default '', public_text text, public_state text not null default 'private' check (public_state in ('private', 'to-review', 'public', 'withheld')),
  channel text not null, team_id uuid not null, owner_id uuid, partner_id uuid, submission_id uuid, uprn bigint, house_key text, place text, postcode text,
  lat double precision, lon double precision, ward_code text, tier text not null, opened_at timestamptz(3) not null, updated_at timestamptz(3) not null, next_due_at timestamptz(3),
  stage text not null default 'open' check (stage in ('open', 'waiting', 'ended')), waiting_for text, ending text, ended_at timestamptz(3), reopened_count smallint not null default 0,
  follows_case_id uuid, repeats_case_id uuid, incident_id uuid, escalated_at timestamptz(3), escalated_to uuid, source text not null default 'frontdoor', source_id text,
  desired_outcome text, outcome_achieved boolean, search tsvector generated always as (to_tsvector('english', title || ' ' || description || ' ' || coalesce(place, ''))) stored,
  primary key (council_id, id), unique (council_id, reference));
create unique index cases_source on cases (council_id, source, source_id) where source_id is not null;
create index cases_team_due on cases (council_id, team_id, next_due_at, id) where ended_at is null;
create index cases_owner_due on cases (council_id, owner_id, next_due_at, id) where ended_at is null;
create index cases_opened on cases (council_id, opened_at desc, id desc);
create index cases_ended on cases (council_id, ended_at desc, id desc) where ended_at is not null;
create index cases_updated on cases (council_id, updated_at desc, id desc);
create index cases_service on cases (council_id, service_slug, opened_at desc, id desc);
create index cases_uprn on cases (council_id, uprn, opened_at desc) where uprn is not null;
create index cases_house on cases (council_id, house_key, opened_at desc) where house_key is not null;
create index cases_near on cases (council_id, service_slug, lat, lon) where ended_at is null and lat is not null;
create index cases_public on cases (council_id, opened_at desc, id desc) where public_state = 'public';
create index cases_incident on cases (council_id, incident_id) where incident_id is not null;
create index cases_search on cases using gin (search);

create table case_parties (
  council_id uuid not null, id uuid not null, case_id uuid not null, role text not null check (role in ('requester', 'subject', 'helper', 'landlord', 'councillor', 'follower')), customer_id uuid,
  name text, email text, phone text, wants_updates boolean not null default true, confirmed_at timestamptz(3), added_at timestamptz(3) not null, ended_at timestamptz(3),
  primary key (council_id, id), foreign key (council_id, case_id) references cases);
create index case_parties_case on case_parties (council_id, case_id);
create index case_parties_customer on case_parties (council_id, customer_id, added_at desc) where customer_id is not null;

-- The story of a case as its readers may see it: customer (those concerned), public, staff.
create table case_entries (
  council_id uuid not null, id uuid not null, case_id uuid not null, at timestamptz(3) not null, kind text not null, audience text not null check (audience in ('public', 'customer', 'staff')),
  text text not null, data jsonb not null default '{}', actor_type text not null, actor_id uuid, actor_name text, contact_id uuid, job_id uuid, source_id text,
  primary key (council_id, id), foreign key (council_id, case_id) references cases);
create index case_entries_case on case_entries (council_id, case_id, at, id);
create index case_entries_public on case_entries (council_id, at, id) where audience = 'public';
create unique index case_entries_source on case_entries (council_id, case_id, source_id) where source_id is not null;

-- Why and when a case ended. Reopening stamps the row; nothing is deleted. One live ending at most.
create table case_endings (
  council_id uuid not null, id uuid not null, case_id uuid not null, ending text not null, reason text not null, challenge text, passed_to text, follows_case_id uuid, by uuid, by_name text not null,
  at timestamptz(3) not null, reopen_until timestamptz(3), reopened_at timestamptz(3), reopened_because text, primary key (council_id, id), foreign key (council_id, case_id) references cases);
create unique index case_endings_live on case_endings (council_id, case_id) where reopened_at is null;

create table jobs (
  council_id uuid not null, id uuid not null, case_id uuid not null, slug text not null, title text not null, instructions text not null, team_id uuid not null, is_partner boolean not null default false,
  number integer not null, state text not null check (state in ('sent', 'accepted', 'returned', 'done', 'not-done', 'cancelled')), evidence text not null default 'note' check (evidence in ('note', 'photo', 'none')),
  promise_id uuid, due_at timestamptz(3), made_at timestamptz(3) not null, updated_at timestamptz(3) not null, assigned_to uuid, ended_at timestamptz(3), finding text,
  external_id text, primary key (council_id, id), unique (council_id, case_id, number), foreign key (council_id, case_id) references cases);
create index jobs_team on jobs (council_id, team_id, due_at, id) where ended_at is null;
create index jobs_updated on jobs (council_id, updated_at, id);
create unique index jobs_external on jobs (council_id, external_id) where external_id is not null;
create table job_entries (
  council_id uuid not null, id uuid not null, job_id uuid not null, state text not null, note text, at timestamptz(3) not null, by_type text not null, by_id uuid, by_name text not null,
  source_id text, primary key (council_id, id), foreign key (council_id, job_id) references jobs);
create index job_entries_job on job_entries (council_id, job_id, at);
create unique index job_entries_source on job_entries (council_id, job_id, source_id) where source_id is not null;

-- One thing that happened to many: one message, one promise, and no pile of cases.
create table incidents (
  council_id uuid not null references councils, id uuid not null, reference text not null, title text not null, message text not null, service_slug text not null, round_slug text, on_date date, area jsonb not null default '{}',
  team_id uuid not null, owner_id uuid, started_at timestamptz(3) not null, ended_at timestamptz(3), ending text, made_by uuid, primary key (council_id, id), unique (council_id, reference));
create index incidents_open on incidents (council_id, service_slug) where ended_at is null;
create table incident_members (
  council_id uuid not null, id uuid not null, incident_id uuid not null, contact_id uuid, case_id uuid, customer_id uuid, uprn bigint, name text, email text, phone text, at timestamptz(3) not null,
  told_at timestamptz(3), primary key (council_id, id), foreign key (council_id, incident_id) references incidents);
create index incident_members_incident on incident_members (council_id, incident_id, id);
create index incident_members_customer on incident_members (council_id, customer_id) where customer_id is not null;

create table import_runs (
  council_id uuid not null, id uuid not null, source text not null, file_sha256 text not null, mapping_sha256 text not null, rows_read bigint not null default 0, rows_taken bigint not null default 0,
  rows_known bigint not null default 0, rows_refused bigint not null default 0, started_at timestamptz(3) not null, updated_at timestamptz(3) not null, finished_at timestamptz(3), primary key (council_id, id));

-- ── retention ───────────────────────────────────────────────────────────────────────────────────────────────────
create table legal_holds (
  council_id uuid not null, id uuid not null, subject_type text not null, subject_id uuid not null, why text not null, by uuid not null, at timestamptz(3) not null,
  lifted_at timestamptz(3), lifted_by uuid, primary key (council_id, id));
create unique index legal_holds_live on legal_holds (council_id, subject_id) where lifted_at is null;
create table disposals (
  council_id uuid not null, id uuid not null, rule text not null, run_at timestamptz(3) not null, counts jsonb not null, proof_sha256 text not null, by_name text not null, primary key (council_id, id));

-- ── the second lock ─────────────────────────────────────────────────────────────────────────────────────────────
do $$ declare t text; begin
  for t in select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'council_id' and not a.attisdropped
           where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own_council on %I using (council_id = app_council()) with check (council_id = app_council())', t);
    execute format('grant select, insert, update, delete on %I to frontdoor_app', t);
  end loop;
end $$;
-- The audit, the outbox and the proofs may be added to, never changed, by a request.
revoke update, delete on audit_entries, domain_events, disposals from frontdoor_app;
grant select on councils, districts, wards, postcodes to frontdoor_app;
alter table people enable row level security;
create policy works_here on people using (exists (select from staff_members s where s.person_id = people.id and s.council_id = app_council()));
grant select, update on people to frontdoor_app;

-- Adding to the queue needs rights on its schema, so it goes through one function that checks the council.
create function enqueue(task text, payload jsonb, job_key text default null, run_at timestamptz default null, queue text default null) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if app_council() is not null and (payload ->> 'councilId')::uuid is distinct from app_council() then
    raise exception 'a queued task names another council';
  end if;
  perform graphile_worker.add_job(task, payload::json, queue_name => queue, run_at => run_at, job_key => job_key, job_key_mode => case when job_key is null then null else 'preserve_run_at' end);
end $$;
revoke all on function enqueue from public;
grant execute on function enqueue to frontdoor_app;
