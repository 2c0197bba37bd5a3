-- The worklist of every team: open cases by the next promise, those without a date after them, each from the index.
create index cases_due on cases (council_id, next_due_at, id) where ended_at is null;
