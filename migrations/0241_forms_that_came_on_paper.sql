-- The day on which a form came to us on paper that staff type in; null for every other.
alter table drafts add column received_on date;
