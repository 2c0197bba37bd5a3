import type { Match } from '#modules/customers';
import { Button, Details, Form, Link, Radios, TextInput } from '#ui';
import type { CallPageProps } from './call-page-props.ts';

const FIELDS = ['name', 'house', 'postcode', 'phone', 'email', 'born'];

/** Put the caller on record; nothing is kept until it is saved. */
export function Register({ view, hidden, errors, values, matches }: CallPageProps) {
  const { contact } = view;
  const isOpen =
    matches.length > 0 || FIELDS.some((field) => errors[field] !== undefined && values[field] !== undefined);
  const shown = { values, errors };
  return (
    <Details summary="Register a new customer" open={isOpen} id="register">
      <Form action={`/desk/contacts/${contact.id}/registration`} hidden={hidden}>
        {matches.length > 0 ? <MayBe matches={matches} contactId={contact.id} /> : null}
        <TextInput {...shown} name="name" id="register-name" label="Full name" />
        <div class="fd-pair">
          <TextInput {...shown} name="house" label="House and street" />
          <TextInput {...shown} name="postcode" label="Postcode" width={10} />
        </div>
        <div class="fd-pair">
          <TextInput {...shown} name="phone" label="Phone number" value={phoneOf(values, contact.givenPhone)} />
          <TextInput {...shown} name="email" label="Email address" />
        </div>
        <TextInput
          {...shown}
          name="born"
          label="Date of birth (optional)"
          hint="Year, month, day, like 1956-03-27"
          width={10}
        />
        <Radios
          {...shown}
          name="prefers"
          legend="How do they want to hear from us?"
          small
          inline
          items={[
            { value: 'phone', text: 'Phone or text' },
            { value: 'email', text: 'Email' },
          ]}
        />
        {matches.map(({ customer }) => (
          <input key={customer.id} type="hidden" name="not-these" value={customer.id} />
        ))}
        <Button>{matches.length > 0 ? 'None of these: save a new record' : 'Save'}</Button>
      </Form>
    </Details>
  );
}

function phoneOf(values: CallPageProps['values'], given: string | null): string | undefined {
  return typeof values['phone'] === 'string' ? values['phone'] : (given ?? undefined);
}

function MayBe({ matches, contactId }: { matches: readonly Match[]; contactId: string }) {
  return (
    <div class="fd-notice">
      <p class="govuk-body">
        <strong>They may be on record already.</strong>
      </p>
      <ul class="fd-rows">
        {matches.map(({ customer, reasons }) => (
          <li key={customer.id} class="fd-rows__row">
            <Link href={`/desk/customers/${customer.id}`}>{customer.name}</Link>
            <span>{[customer.address, customer.postcode].filter(Boolean).join(', ')}</span>
            <span class="fd-mute">{reasons.map(({ fact, how }) => `${fact} ${how}`).join(' · ')}</span>
            <button
              type="submit"
              class="fd-link-button"
              name="customer"
              value={customer.id}
              formaction={`/desk/contacts/${contactId}/customer`}
            >
              This is who it is<span class="govuk-visually-hidden">: {customer.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
