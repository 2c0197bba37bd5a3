-- Words are found through a function that owns its rights and checks the council: `@@` is not leakproof and would lose
-- its index under the policy. EXECUTE plans for the words that were typed: a rare word reads the word index, a common
-- one reads the newest cases until it has enough.
create function search_cases(words text, most integer) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if app_council() is null then
    raise exception 'a search needs a council';
  end if;
  return query execute
    'select id from cases where council_id = $1 and search @@ websearch_to_tsquery(''english'', $2) order by opened_at desc, id desc limit $3'
    using app_council(), words, most;
end $$;
revoke all on function search_cases from public;
grant execute on function search_cases to frontdoor_app;

create index cases_postcode on cases (council_id, postcode, opened_at desc) where postcode is not null;
