-- A form that was saved to be gone on with: where its link went, when it was left, whether we may call.
alter table drafts
  add column saved_to text, add column saved_at timestamptz(3), add column return_hash bytea,
  add column page text, add column may_call boolean not null default false, add column call_number text, add column call_name text,
  add column left_at timestamptz(3), add column called_at timestamptz(3), add column called_by uuid;
create unique index drafts_return on drafts (council_id, return_hash) where return_hash is not null;
create index drafts_saved on drafts (council_id, updated_at) where saved_at is not null and left_at is null and submitted_at is null;
create index drafts_to_call on drafts (council_id, left_at, id) where may_call and called_at is null and submitted_at is null;

-- Forms that were begun and never sent: counted by service and page, with nothing about anybody.
create table forms_left (
  council_id uuid not null references councils, id uuid not null, service_slug text not null, channel text not null, on_date date not null,
  page text not null, was_saved boolean not null, primary key (council_id, id));
create index forms_left_by_day on forms_left (council_id, on_date, service_slug);

do $$ begin
  alter table forms_left enable row level security;
  create policy own_council on forms_left using (council_id = app_council()) with check (council_id = app_council());
  grant select, insert, update, delete on forms_left to frontdoor_app;
end $$;
