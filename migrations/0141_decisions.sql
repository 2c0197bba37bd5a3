-- A decision on an application, for good once it is made: it is corrected only by a new one that names it.
create table decisions (
  council_id uuid not null, id uuid not null, case_id uuid not null, number integer not null, result text not null check (result in ('granted', 'part', 'refused', 'more-needed')),
  state text not null check (state in ('proposed', 'sent-back', 'made')), reasons jsonb not null, words text,
  amount_pence integer, amount_per text check (amount_per in ('once', 'week', 'month', 'year')), from_on date, until_on date,
  challenge jsonb, challenge_until date, corrects uuid, key text,
  proposed_at timestamptz(3) not null, proposed_by_type text not null, proposed_by uuid, proposed_by_name text not null,
  second_at timestamptz(3), second_by uuid, second_by_name text, note text, made_at timestamptz(3),
  primary key (council_id, id), unique (council_id, case_id, number), foreign key (council_id, case_id) references cases, foreign key (council_id, corrects) references decisions);
create unique index decisions_key on decisions (council_id, case_id, key) where key is not null;
-- One waits for its second officer, one stands, and each is corrected once, whatever a lock missed.
create unique index decisions_proposed on decisions (council_id, case_id) where state = 'proposed';
create unique index decisions_first on decisions (council_id, case_id) where state = 'made' and corrects is null and result <> 'more-needed';
create unique index decisions_corrected on decisions (council_id, corrects) where state = 'made' and corrects is not null;
create index decisions_waiting on decisions (council_id, proposed_at, id) where state = 'proposed';

create table decision_reviews (
  council_id uuid not null, id uuid not null, case_id uuid not null, decision_id uuid not null, because text not null, is_late boolean not null,
  state text not null default 'open' check (state in ('open', 'upheld', 'changed')), team_id uuid not null, promise_id uuid not null, due_at timestamptz(3) not null,
  at timestamptz(3) not null, by_type text not null, by_name text not null, words text, ended_at timestamptz(3), ended_by uuid, ended_by_name text,
  primary key (council_id, id), unique (council_id, decision_id), foreign key (council_id, decision_id) references decisions, foreign key (council_id, case_id) references cases);
create index decision_reviews_open on decision_reviews (council_id, due_at, id) where state = 'open';

do $$ declare t text; begin
  foreach t in array array['decisions', 'decision_reviews'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own_council on %I using (council_id = app_council()) with check (council_id = app_council())', t);
    execute format('grant select, insert, update, delete on %I to frontdoor_app', t);
  end loop;
end $$;
