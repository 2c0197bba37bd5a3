-- Training of staff, as an administrator recorded it. What was recorded wrongly is taken back, never changed.
create table staff_trainings (
  council_id uuid not null, id uuid not null, staff_id uuid not null, training text not null, trained_on date not null, until_on date,
  at timestamptz(3) not null, by_name text not null, taken_back_at timestamptz(3), taken_back_by text,
  primary key (council_id, id), foreign key (council_id, staff_id) references staff_members, check (until_on >= trained_on));
create unique index staff_trainings_once on staff_trainings (council_id, staff_id, training, trained_on) where taken_back_at is null;

-- Each time that staff let somebody into an account, so that its effect on handling time can be measured (A-15).
create table account_helps (
  council_id uuid not null, id uuid not null, account_id uuid not null, contact_id uuid, staff_id uuid not null, is_new boolean not null, was_trained boolean not null, at timestamptz(3) not null,
  primary key (council_id, id), foreign key (council_id, account_id) references accounts on delete cascade);
create index account_helps_at on account_helps (council_id, at);

do $$ declare t text; begin
  foreach t in array array['staff_trainings', 'account_helps'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own_council on %I using (council_id = app_council()) with check (council_id = app_council())', t);
    execute format('grant select, insert, update, delete on %I to frontdoor_app', t);
  end loop;
end $$;
