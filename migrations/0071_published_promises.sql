-- What was promised for a month (/performance) is found by when it was due, whatever became of it.
create index promises_due on promises (council_id, due_at) where not is_imported;
