-- A form that somebody who was signed in began is theirs: it stands in their account until its time is over. Where they
-- fill it in for somebody whom they help, or for their organisation, it stays that one's.
alter table drafts add column account_id uuid, add column grant_id uuid;
create index drafts_account on drafts (council_id, account_id) where account_id is not null and submitted_at is null;
