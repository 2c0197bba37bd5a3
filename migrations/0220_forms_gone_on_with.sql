-- A form that a customer began online and staff go on with, with the customer's consent: who opened it and when. Which
-- answers staff typed is kept with what was sent.
alter table drafts add column helped_by uuid, add column helped_at timestamptz(3);
alter table submissions add column typed jsonb;
create index drafts_saved_to on drafts (council_id, lower(saved_to)) where saved_to is not null and submitted_at is null;
