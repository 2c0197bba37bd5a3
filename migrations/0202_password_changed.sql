-- A new password ends the sessions of its person at every council: those that were begun before it open nothing.
alter table people add column password_changed_at timestamptz(3);
