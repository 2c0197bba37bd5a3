-- Forms that staff filled in with somebody, counted by day on its own (A-22).
create index submissions_assisted on submissions (council_id, at) where typed_by_staff_id is not null and channel in ('phone', 'counter');
