-- A copy of a photo with parts of it covered, for those outside: faces, number plates. Which parts is kept, to change it.
alter table files add column public_key text, add column hidden text[] not null default '{}';
