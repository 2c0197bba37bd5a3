-- What a virus scanner said of a file: not-scanned (there is none), waiting, clean, infected, failed (it is tried again).
alter table files add column scanned_at timestamptz(3), add column scan_found text, add column scan_tries integer not null default 0;
alter table files add constraint files_scan_state check (scan_state in ('not-scanned', 'waiting', 'clean', 'infected', 'failed'));
create index files_to_scan on files (council_id, uploaded_at) where scan_state in ('waiting', 'failed') and disposed_at is null;
