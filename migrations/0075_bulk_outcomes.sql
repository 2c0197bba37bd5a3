-- What a bulk change left as it was, and why: [{"caseId": …, "why": …}].
alter table case_bulk_runs add column outcomes jsonb not null default '[]';
create index case_bulk_runs_latest on case_bulk_runs (council_id, made_at);
