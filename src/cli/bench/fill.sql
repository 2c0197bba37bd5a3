-- Cases, parties, promises, jobs, stories and five contacts a case, from the people that were copied in before.
-- $cases numbers from 0; one case in ten is open; times run back from a fixed instant so that a list has an order.
insert into cases (council_id, id, reference, service_slug, service_version, title, description, public_state, public_text, channel, team_id,
    owner_id, house_key, place, postcode, lat, lon, ward_code, tier, opened_at, updated_at, next_due_at, stage, ending, ended_at)
  select b.council_id, bench_id('ca', b.i), b.reference, s.slug, s.version, s.title,
    'The ' || w.words || ' near number ' || b.house || ' has been like this since ' || to_char(b.at, 'FMDay'),
    case when s.is_public then 'public' else 'private' end, case when s.is_public then 'The ' || w.words end,
    (array['web', 'phone', 'machine', 'email'])[1 + b.i % 4], s.team_id, s.owner_id, b.house || ' bench street ' || b.postcode,
    b.house || ' Bench Street, ' || b.postcode, b.postcode, b.lat, b.lon, b.ward_code, 'delegated', b.at, b.at + interval '1 day',
    case when b.is_open then b.at + interval '12 days' end, case when b.is_open then 'open' else 'ended' end,
    case when not b.is_open then 'done' end, case when not b.is_open then b.at + interval '3 days' end
  from bench b
  join bench_services s on s.n = b.i % (select count(*) from bench_services)
  join bench_words w on w.n = b.i % (select count(*) from bench_words);

insert into case_parties (council_id, id, case_id, role, customer_id, name, email, phone, added_at)
  select council_id, bench_id('pa', i), bench_id('ca', i), 'requester', bench_id('cu', i), name, email, phone, at from bench;

insert into promises (council_id, id, subject_type, subject_id, kind, what, standard_slug, standard_version, clock, team_id, started_at, due_at, told_at,
    outcome, done_at, decided_at, made_at)
  select c.council_id, bench_id('pr', b.i), 'case', c.id, 'complete', '{"en": "We will finish the work"}', st.slug, st.version, st.clock, c.team_id, b.at,
    b.at + interval '12 days', b.at, case when not b.is_open then 'kept' end, case when not b.is_open then b.at + interval '3 days' end,
    case when not b.is_open then b.at + interval '3 days' end, b.at
  from bench b join cases c on c.council_id = b.council_id and c.id = bench_id('ca', b.i) cross join bench_standard st;

insert into jobs (council_id, id, case_id, slug, title, instructions, team_id, number, state, promise_id, due_at, made_at, updated_at, ended_at)
  select c.council_id, bench_id('jo', b.i), c.id, 'do', 'Go and put it right', 'Write down what was done.', c.team_id, 1,
    case when b.is_open then 'sent' else 'done' end, bench_id('pr', b.i), b.at + interval '12 days', b.at, b.at, case when not b.is_open then b.at + interval '3 days' end
  from bench b join cases c on c.council_id = b.council_id and c.id = bench_id('ca', b.i);

insert into case_entries (council_id, id, case_id, at, kind, audience, text, actor_type, actor_name, job_id)
  select council_id, bench_id('en', i * 2 + n), bench_id('ca', i), at + n * interval '1 hour', case n when 0 then 'opened' else 'job' end, 'customer',
    case n when 0 then 'We have your report' else 'The crew has the job' end, 'system', 'Frontdoor', case n when 1 then bench_id('jo', i) end
  from bench cross join generate_series(0, 1) n;

insert into contacts (council_id, id, thread_id, channel, direction, handled, customer_id, identity, started_at, answered_at, ended_at, wrapped_at,
    waited_seconds, handling_seconds, summary, resolved_first)
  select council_id, bench_id('co', i * 5 + n), bench_id('co', i * 5), (array['phone', 'web', 'email', 'phone', 'sms'])[n + 1],
    case n when 2 then 'out' when 4 then 'out' else 'in' end, case n when 0 then 'person' when 3 then 'person' else 'automatic' end,
    bench_id('cu', i), 'known', at + n * interval '5 hours', at + n * interval '5 hours', at + n * interval '5 hours' + interval '4 minutes',
    at + n * interval '5 hours' + interval '5 minutes', 20, 240, 'Asked about the report', true
  from bench cross join generate_series(0, 4) n;

insert into contact_questions (council_id, id, contact_id, position, service_slug, reason, act, case_id, at)
  select b.council_id, bench_id('qu', b.i * 5 + n), bench_id('co', b.i * 5 + n), 1, c.service_slug, 'report', case n when 3 then 'chase' else 'report' end, c.id, b.at
  from bench b join cases c on c.council_id = b.council_id and c.id = bench_id('ca', b.i) cross join generate_series(0, 4) n;
