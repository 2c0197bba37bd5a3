-- What a back office pays for a case, and when. A newer revision replaces an older one; all are kept with the case.
create table awards (
  council_id uuid not null, id uuid not null, case_id uuid not null, hand_over_id uuid not null, award_key text not null, revision integer not null check (revision > 0),
  name text not null, amount_pence integer check (amount_pence >= 0), amount_per text check (amount_per in ('once', 'week', 'month', 'year')), from_on date, until_on date,
  at timestamptz(3) not null, by_name text not null, body_hash text not null, replaced_at timestamptz(3),
  primary key (council_id, id), unique (council_id, hand_over_id, award_key, revision), foreign key (council_id, case_id) references cases,
  foreign key (council_id, hand_over_id) references hand_overs, check ((amount_pence is null) = (amount_per is null)));
create unique index awards_current on awards (council_id, hand_over_id, award_key) where replaced_at is null;
create index awards_of_case on awards (council_id, case_id) where replaced_at is null;

create table award_payments (
  council_id uuid not null, award_id uuid not null, number integer not null, on_date date not null, pence integer not null check (pence > 0),
  to_kind text not null check (to_kind in ('customer', 'landlord', 'council-tax', 'other')), to_name text, from_on date, until_on date,
  state text not null check (state in ('planned', 'paid', 'stopped')),
  primary key (council_id, award_id, number), foreign key (council_id, award_id) references awards on delete cascade);

do $$ declare t text; begin
  foreach t in array array['awards', 'award_payments'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own_council on %I using (council_id = app_council()) with check (council_id = app_council())', t);
    execute format('grant select, insert, update, delete on %I to frontdoor_app', t);
  end loop;
end $$;
