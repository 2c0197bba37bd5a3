-- What waits for a person before it is shown in public: few, and looked at every day.
create index cases_to_review on cases (council_id, opened_at) where public_state = 'to-review';
