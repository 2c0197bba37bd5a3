-- A submission makes one case, however often it is sent.
create unique index cases_submission on cases (council_id, submission_id) where submission_id is not null;
-- The same failure at the same point within the council's window: cases that have ended are looked at by place too.
create index cases_near_ended on cases (council_id, service_slug, lat, lon) where ended_at is not null and lat is not null;
