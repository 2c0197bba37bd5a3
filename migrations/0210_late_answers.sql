-- What a destination says after an officer has decided changes nothing, and is kept as what it is: late.
alter table hand_over_answers drop constraint hand_over_answers_standing_check;
alter table hand_over_answers add constraint hand_over_answers_standing_check check (standing in ('taken', 'same', 'to-a-person', 'too-late'));
