-- What somebody said of a service. Nothing here says who: no account, no address, no case.
create table service_feedback (
  council_id uuid not null, id uuid not null, service_slug text not null, score smallint not null check (score between 1 and 5), words text, came_from text not null check (came_from in ('page', 'sent')),
  at timestamptz(3) not null, primary key (council_id, id), foreign key (council_id) references councils);
create index service_feedback_latest on service_feedback (council_id, at desc, id desc);
create index service_feedback_of_service on service_feedback (council_id, service_slug, at desc, id desc);
alter table service_feedback enable row level security;
create policy own_council on service_feedback using (council_id = app_council()) with check (council_id = app_council());
grant select, insert, update, delete on service_feedback to frontdoor_app;
