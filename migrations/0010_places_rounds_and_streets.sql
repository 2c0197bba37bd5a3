-- Until the crew is normally back a missed bin is only "not yet"; local times.
alter table rounds
  add column out_by text not null default '06:00' check (out_by ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  add column usually_done text not null default '18:00' check (usually_done ~ '^([01]\d|2[0-3]):[0-5]\d$');

-- The streets of the gazetteer, so that a street is found by any of its words: some thousands a council, read through
-- the key of the council, where the same search over the addresses would read all of them.
create table streets (
  council_id uuid not null references councils, street_key text not null, town text not null, name text not null,
  lat double precision not null, lon double precision not null, addresses integer not null, primary key (council_id, street_key, town));
alter table streets enable row level security;
create policy own_council on streets using (council_id = app_council()) with check (council_id = app_council());
grant select, insert, update, delete on streets to frontdoor_app;

alter table addresses add column street_key text not null;
drop index addresses_street;
create index addresses_street on addresses (council_id, street_key, town, uprn);

-- Which version of the national files is in: the loader does nothing when it is the same.
create table national_loads (name text primary key, content_hash text not null, loaded_at timestamptz(3) not null);
grant select on national_loads to frontdoor_app;

create index address_collections_round on address_collections (council_id, round_slug) where until is null;
create index round_events_street on round_events (council_id, round_slug, on_date) where uprn is null;

-- Reports of a whole round are kept like those of an address, so that each is taken once by the crew system's own id;
-- round_days says what they add up to.
alter table round_events drop constraint round_events_kind_check;
alter table round_events add check (kind in ('not-presented', 'contaminated', 'access-blocked', 'not-completed', 'started', 'finished', 'moved'));
