-- A photo is shown to everybody only after somebody looked at it; what nobody looked at yet waits.
alter table file_links add column reviewed_at timestamptz(3);
create index file_links_to_review on file_links (council_id, subject_id) where reviewed_at is null and subject_type = 'case';
