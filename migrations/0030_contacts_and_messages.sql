-- What contacts learned that the first shape did not hold.

-- A missed promise is named as the cause of the chasing that follows it.
alter table contact_questions add column cause_promise_id uuid;
create index contact_questions_incident on contact_questions (council_id, incident_id, at) where incident_id is not null;

-- A contact comes in once, however often its source repeats itself.
alter table contacts add column source_id text;
create unique index contacts_source on contacts (council_id, source_id) where source_id is not null;

-- A worker that dies while it sends leaves `sending` behind; the time of its claim says when another may look.
alter table messages add column claimed_at timestamptz(3), add column moment text, add column is_always boolean not null default false,
  add column due_at timestamptz(3);
create index messages_customer_day on messages (council_id, customer_id, made_at) where customer_id is not null;
-- What should have gone by now and has not: a worker died with it.
create index messages_due on messages (due_at) where state in ('queued', 'sending');
create index messages_state on messages (council_id, state, made_at desc) where state not in ('sent', 'delivered');
