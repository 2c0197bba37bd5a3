-- Letters that wait to be printed and posted are listed, the oldest first; they are few beside the messages that went.
create index messages_letters_to_post on messages (council_id, made_at, id) where channel = 'letter' and state = 'held';
