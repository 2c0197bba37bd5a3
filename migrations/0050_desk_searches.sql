-- What an adviser typed to find somebody, for as long as its result is looked at: names and numbers never stand in an address.
create table customer_searches (
  council_id uuid not null references councils, id uuid not null, staff_id uuid not null, typed text not null, made_at timestamptz(3) not null,
  expires_at timestamptz(3) not null, primary key (council_id, id));
create index customer_searches_expired on customer_searches (council_id, expires_at);
alter table customer_searches enable row level security;
create policy own_council on customer_searches using (council_id = app_council()) with check (council_id = app_council());
grant select, insert, update, delete on customer_searches to frontdoor_app;
-- The report that an adviser is taking in a call.
create index drafts_contact on drafts (council_id, contact_id) where contact_id is not null and submitted_at is null;
