-- Each try to hand a message to its provider, and what came of it: the page of a message says so.
create table message_attempts (
  council_id uuid not null, message_id uuid not null, number integer not null, at timestamptz(3) not null, settled_at timestamptz(3) not null,
  outcome text not null check (outcome in ('accepted', 'again-later', 'failed', 'no-provider', 'delivered', 'not-delivered')), provider text, reason text,
  primary key (council_id, message_id, number, outcome), foreign key (council_id, message_id) references messages on delete cascade);
alter table message_attempts enable row level security;
create policy own_council on message_attempts using (council_id = app_council()) with check (council_id = app_council());
grant select, insert, update, delete on message_attempts to frontdoor_app;
