-- A sealed original is read for evidence only: by whom and when is in the audit.
create index file_links_file on file_links (council_id, file_id);
