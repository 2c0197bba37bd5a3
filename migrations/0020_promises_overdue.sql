-- A promise says once that it has fallen due, as it warns once. Imported promises are no part of either round.
alter table promises add column overdue_at timestamptz(3);
create index promises_open_overdue on promises (council_id, due_at) where outcome is null and overdue_at is null and paused_at is null and not is_imported;
drop index promises_open_risk;
create index promises_open_risk on promises (council_id, risk_at) where outcome is null and warned_at is null and paused_at is null and not is_imported;
