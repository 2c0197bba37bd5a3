-- Added to customer_keys: f (sounds of given and family name), i (initial and sound of family name), d (date of birth),
-- o (outward half of the postcode). Each is asked for by equality, so the primary key serves them all.

-- A person is looked for by what was said on the telephone; both facts that prove identity are kept by name, never by value.
create table identity_checks (
  council_id uuid not null, id uuid not null, customer_id uuid not null, at timestamptz(3) not null, by uuid not null,
  facts text[] not null, passed boolean not null, primary key (council_id, id),
  foreign key (council_id, customer_id) references customers);
create index identity_checks_customer on identity_checks (council_id, customer_id, at desc);
alter table identity_checks enable row level security;
create policy own_council on identity_checks using (council_id = app_council()) with check (council_id = app_council());
grant select, insert on identity_checks to frontdoor_app;

create index customer_needs_review on customer_needs (council_id, review_on) where ended_at is null;
create unique index customer_reaches_preferred on customer_reaches (council_id, customer_id) where is_preferred and ended_at is null;
