-- Photos of the work wait to be looked at as photos of reports do.
create index file_links_unseen on file_links (council_id, subject_id)
  where reviewed_at is null and subject_type in ('case', 'job');
drop index file_links_to_review;
