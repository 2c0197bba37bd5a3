import { english } from '#modules/councils';
import { Button, Details, Form, Radios, Select, Tag, Textarea, TextInput } from '#ui';
import { lasting } from '../../doors/when.ts';
import { CONTACT_REASON_WORDS } from '../words.ts';
import type { CallPageProps } from './call-page-props.ts';

/** One-press marks, each with its team and clock; and whether doing it online was spoken of. */
export function Marks({ view, hidden }: CallPageProps) {
  const { contact, directory } = view;
  const path = `/desk/contacts/${contact.id}`;
  return (
    <section id="call-marks" aria-label="Marks">
      <Details summary="It is also a complaint, a claim, a request for information…" open={contact.marks.length > 0}>
        <Form action={`${path}/mark`} hidden={hidden}>
          <ul class="fd-marks">
            {[...directory.config.marks.values()].map(({ mark, name, recognise, tell }) => (
              <li key={mark}>
                {contact.marks.includes(mark) ? (
                  <>
                    <Tag colour="red">{english(name)}</Tag> “{english(tell)}”
                  </>
                ) : (
                  <>
                    <Button name="mark" value={mark} look="secondary">
                      {english(name)}
                    </Button>
                    <span class="fd-mute">{english(recognise)}</span>
                  </>
                )}
              </li>
            ))}
          </ul>
        </Form>
      </Details>
      <Form action={`${path}/self-service`} hidden={hidden} class="fd-buttons">
        <span>{selfServiceWords(contact)}</span>
        <Button name="self-service" value="accepted" look="secondary">
          Will do it online
        </Button>
        <Button name="self-service" value="declined" look="secondary">
          Rather not
        </Button>
      </Form>
    </section>
  );
}

function selfServiceWords({ selfServiceOffered, selfServiceAccepted }: CallPageProps['view']['contact']): string {
  if (!selfServiceOffered) return 'Doing it online next time:';
  return selfServiceAccepted ? 'Will do it online next time ✓' : 'Rather not do it online ✓';
}

/** Pass it on with everything known, or end it. */
export function Finish({ view, teams, hidden, errors, values }: CallPageProps) {
  const path = `/desk/contacts/${view.contact.id}`;
  const shown = { values, errors };
  return (
    <section aria-label="Pass on or end" class="fd-finish">
      <Form action={`${path}/end`} hidden={hidden}>
        <Button look="warning">{view.contact.channel === 'phone' ? 'End the call' : 'End the contact'}</Button>
      </Form>
      <Details summary="Pass it to a colleague" open={errors['team'] !== undefined || errors['reason'] !== undefined}>
        <Form action={`${path}/transfer`} hidden={hidden}>
          <Select
            {...shown}
            name="team"
            label="To which team?"
            items={[
              { value: '', text: 'Choose a team' },
              ...teams.filter(({ kind }) => kind === 'team').map(({ id, name }) => ({ value: id, text: name })),
            ]}
          />
          <TextInput {...shown} name="reason" label="What they need to know, so that nothing is asked again" />
          <Button look="secondary">Pass on</Button>
        </Form>
      </Details>
    </section>
  );
}

/** At most two things that Frontdoor does not know. */
export function WrapUp({ view, ask, hidden, errors, values }: CallPageProps) {
  const { contact, directory } = view;
  // A line that is for one thing says what its calls are about, unless somebody says otherwise.
  const about = directory.config.contactPoints.get(contact.contactPoint ?? '')?.about;
  const shown = { values: { ...(about !== undefined && { 'wrap-reason': about }), ...values }, errors };
  const spent = contact.endedAt ? lasting(contact.answeredAt ?? contact.startedAt, contact.endedAt) : '';
  return (
    <Form action={`/desk/contacts/${contact.id}/wrap-up`} hidden={hidden}>
      <p class="govuk-body">
        It took <strong class="fd-numeric">{spent}</strong>.{' '}
        {ask.length === 0 ? 'Nothing more to ask you.' : 'Before you go on:'}
      </p>
      {ask.includes('reason') ? (
        <Radios
          {...shown}
          name="wrap-reason"
          legend="What was it about?"
          small
          items={Object.entries(CONTACT_REASON_WORDS).map(([value, text]) => ({ value, text }))}
        />
      ) : null}
      {ask.includes('resolved') ? (
        <Radios
          {...shown}
          name="wrap-resolved"
          legend="Do they have what they came for?"
          small
          inline
          items={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
        />
      ) : null}
      {ask.includes('self-service') ? (
        <Radios
          {...shown}
          name="wrap-self-service"
          legend="Did you speak of doing it online?"
          small
          items={[
            { value: 'accepted', text: 'Yes, and they will' },
            { value: 'declined', text: 'Yes, and they would rather not' },
            { value: 'not-offered', text: 'No' },
          ]}
        />
      ) : null}
      <Textarea {...shown} name="summary" label="A note for colleagues (optional)" rows={2} />
      <Button>Finish</Button>
    </Form>
  );
}
