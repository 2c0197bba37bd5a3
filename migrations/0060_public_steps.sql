-- What other sites are told of a public report's progress is asked for by time, every few minutes.
create index case_entries_steps on case_entries (council_id, at, id) where kind in ('ended', 'reopened', 'moved', 'status', 'job');
