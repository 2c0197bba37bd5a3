-- Who made a token, and when a program last came with it: what an administrator asks before ending one.
alter table api_tokens add column made_by text not null default 'Frontdoor';
alter table api_tokens add column last_used_at timestamptz(3);
