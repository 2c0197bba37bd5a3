-- Evidence that did not come by its day: the customer is reminded once, then it stands on a list for an officer.
alter table evidence add column is_required boolean not null default true, add column reminded_at timestamptz(3);
create index evidence_to_remind on evidence (council_id, due_on, id) where state in ('asked', 'refused') and is_required and reminded_at is null and due_on is not null;
create index evidence_late on evidence (council_id, due_on, id) where state in ('asked', 'refused') and reminded_at is not null;
