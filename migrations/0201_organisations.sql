-- An organisation with an account: what its owner said of it. Who acts for it stands in account_grants (owner, user).
create table organisations (
  council_id uuid not null, customer_id uuid not null,
  kind text not null check (kind in ('business', 'charity', 'landlord', 'school', 'public-body', 'other')), number text,
  made_by uuid not null, made_at timestamptz(3) not null, ended_at timestamptz(3), ended_by uuid,
  primary key (council_id, customer_id), foreign key (council_id, customer_id) references customers);
do $$ begin
  alter table organisations enable row level security;
  create policy own_council on organisations using (council_id = app_council()) with check (council_id = app_council());
  grant select, insert, update, delete on organisations to frontdoor_app;
end $$;
