-- Which hand-over asked for a piece: what is given for it is for that back office. No key: retention takes them apart.
alter table evidence add column hand_over_id uuid;
create index evidence_of_hand_over on evidence (council_id, hand_over_id) where hand_over_id is not null;
