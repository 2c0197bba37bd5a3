-- Sign-in: failures are counted by the address that was typed, known or not, so that a lock says nothing about who exists.
alter table people drop column failed_sign_ins, drop column locked_until;

create table sign_in_attempts (
  council_id uuid not null references councils, address_hash bytea not null, failures integer not null, last_at timestamptz(3) not null,
  locked_until timestamptz(3), primary key (council_id, address_hash));
alter table sign_in_attempts enable row level security;
create policy own_council on sign_in_attempts using (council_id = app_council()) with check (council_id = app_council());
grant select, insert, update, delete on sign_in_attempts to frontdoor_app;

-- Ten ways back for somebody who lost their telephone; each works once.
create table recovery_codes (
  person_id uuid not null references people, code_hash bytea not null, made_at timestamptz(3) not null, used_at timestamptz(3),
  primary key (person_id, code_hash));
alter table recovery_codes enable row level security;
create policy works_here on recovery_codes using (exists (select from people p where p.id = person_id));
grant select, insert, update, delete on recovery_codes to frontdoor_app;

-- A council may name anybody by address, but that address opens this council only after its owner has followed this
-- council's own link with their own password (docs/domain/staff.md, "One person, two councils").
alter table staff_members add column accepted_at timestamptz(3);

-- Find or make the person of an address: the one write that must look past the council's own people. It gives no more
-- than an id away.
create function person_of_address(new_id uuid, address text, full_name text, at timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog, public as $$
declare found uuid; begin
  insert into people (id, email, name, created_at) values (new_id, address, full_name, at) on conflict (lower(email)) do nothing;
  select id into found from people where lower(email) = lower(address);
  return found;
end $$;
create function person_accepted_elsewhere(person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from staff_members where person_id = person and council_id is distinct from app_council()
    and accepted_at is not null and left_at is null)
$$;
revoke all on function person_of_address, person_accepted_elsewhere from public;
grant execute on function person_of_address, person_accepted_elsewhere to frontdoor_app;

create index audit_entries_act on audit_entries (council_id, act, at desc, id desc);
