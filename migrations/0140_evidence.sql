-- What must be shown for an application, a row for each piece, and each of its states kept. Files hang on the piece by
-- file_links, not on the case: nobody sees a bank statement among the photos of a case.
create table evidence (
  council_id uuid not null, id uuid not null, case_id uuid not null, piece text not null, name text not null, why text not null,
  state text not null default 'asked' check (state in ('asked', 'given', 'checked', 'refused', 'expired')),
  planned text check (planned in ('upload', 'later', 'in-person', 'not')), shown text check (shown in ('upload', 'in-person')),
  file_ids uuid[] not null default '{}', reason text, is_waited_for boolean not null default false, due_on date, valid_until date,
  made_at timestamptz(3) not null, changed_at timestamptz(3) not null, by_type text not null, by_id uuid, by_name text not null,
  primary key (council_id, id), unique (council_id, case_id, piece), foreign key (council_id, case_id) references cases);
create index evidence_valid_until on evidence (valid_until) where state = 'checked' and valid_until is not null;

create table evidence_history (
  council_id uuid not null, id uuid not null, evidence_id uuid not null, at timestamptz(3) not null, state text not null, shown text,
  file_ids uuid[] not null, reason text, due_on date, valid_until date, by_type text not null, by_id uuid, by_name text not null,
  primary key (council_id, id), foreign key (council_id, evidence_id) references evidence);
create index evidence_history_piece on evidence_history (council_id, evidence_id, at);

do $$ declare t text; begin
  foreach t in array array['evidence', 'evidence_history'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own_council on %I using (council_id = app_council()) with check (council_id = app_council())', t);
    execute format('grant select, insert, update, delete on %I to frontdoor_app', t);
  end loop;
end $$;
