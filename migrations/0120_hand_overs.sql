-- Accept first, deliver later: a row for each destination of a case, its tries, and what the destination answered.
-- What is sent is made anew from the case at each try, so no copy of anybody's answers stands here.
create table hand_overs (
  council_id uuid not null, id uuid not null, case_id uuid not null, submission_id uuid, service_slug text not null, service_version integer not null,
  destination text not null, kind text not null check (kind in ('worklist', 'email', 'webhook', 'csv')),
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'answered', 'failed', 'given-up', 'stopped')),
  made_at timestamptz(3) not null, updated_at timestamptz(3) not null, next_at timestamptz(3), claimed_at timestamptz(3), attempts integer not null default 0, last_error text,
  delivered_at timestamptz(3), delivered_how text check (delivered_how in ('automatic', 'by-hand')), delivered_by text, delivered_note text, external_reference text,
  result text, answered_at timestamptz(3), attention text,
  primary key (council_id, id), unique (council_id, case_id, destination), foreign key (council_id, case_id) references cases);
create index hand_overs_waiting on hand_overs (council_id, destination, next_at, id) where state = 'waiting';
create index hand_overs_due on hand_overs (next_at) where state = 'waiting';
create index hand_overs_latest on hand_overs (council_id, made_at, id);
create index hand_overs_attention on hand_overs (council_id, made_at, id) where attention is not null;

create table hand_over_attempts (
  council_id uuid not null, hand_over_id uuid not null, number integer not null, at timestamptz(3) not null, settled_at timestamptz(3) not null,
  outcome text not null check (outcome in ('arrived', 'again-later', 'refused', 'given-up', 'stopped')), reason text,
  primary key (council_id, hand_over_id, number), foreign key (council_id, hand_over_id) references hand_overs on delete cascade);

-- `answer_id` is the destination's own: the same one again is the same answer.
create table hand_over_answers (
  council_id uuid not null, id uuid not null, hand_over_id uuid not null, answer_id text not null, at timestamptz(3) not null, said text not null check (said in ('response', 'api', 'desk')),
  by_name text not null, result text, body jsonb not null, standing text not null check (standing in ('taken', 'same', 'to-a-person')),
  primary key (council_id, id), unique (council_id, hand_over_id, answer_id), foreign key (council_id, hand_over_id) references hand_overs on delete cascade);

-- A destination that does not answer is left alone for a while, so that its rows do not use up their tries nor others their turn.
create table hand_over_rests (
  council_id uuid not null, destination text not null, failures integer not null, rest_until timestamptz(3), last_error text, updated_at timestamptz(3) not null,
  primary key (council_id, destination));

do $$ declare t text; begin
  foreach t in array array['hand_overs', 'hand_over_attempts', 'hand_over_answers', 'hand_over_rests'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own_council on %I using (council_id = app_council()) with check (council_id = app_council())', t);
    execute format('grant select, insert, update, delete on %I to frontdoor_app', t);
  end loop;
end $$;
