-- A promise whose clock starts when another is kept: an answer counts from the acknowledgement. Until then it is due as
-- late as it can be.
alter table promises add column follows_id uuid;
create index promises_follows on promises (council_id, follows_id) where follows_id is not null and outcome is null;

-- What became of a mark: acknowledged by whom, answered in which words, or taken back.
alter table contact_marks add column acknowledged_at timestamptz(3), add column acknowledged_by uuid,
  add column ended_by uuid, add column outcome text check (outcome in ('answered', 'not-a-mark')), add column outcome_note text,
  add column next_due_at timestamptz(3);
create index contact_marks_standing on contact_marks (council_id, next_due_at, id) where ended_at is null;
