-- A storm day's change of many cases: which, what and how far it has come.
create table case_bulk_runs (
  council_id uuid not null references councils, id uuid not null, made_by uuid not null, made_at timestamptz(3) not null, change jsonb not null,
  case_ids uuid[] not null, done integer not null default 0, finished_at timestamptz(3), primary key (council_id, id));
alter table case_bulk_runs enable row level security;
create policy own_council on case_bulk_runs using (council_id = app_council()) with check (council_id = app_council());
grant select, insert, update, delete on case_bulk_runs to frontdoor_app;
