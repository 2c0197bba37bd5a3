import type { Found } from '#modules/customers';
import { Button, Details, Form, Link, Tag, TextInput } from '#ui';
import type { CallPageProps } from './call-page-props.ts';
import { Register } from './register.page.tsx';

/** Find somebody by whatever they say, in one field; or put them on record. */
export function FindPerson(props: CallPageProps) {
  const { view, hidden, errors, values } = props;
  const { contact, customer, search } = view;
  if (contact.wrappedAt) return null;
  const path = `/desk/contacts/${contact.id}`;
  const isOpen = !customer || search !== null || errors['find'] !== undefined;
  const fields = (
    <>
      <Form action={`${path}/customer-search`} hidden={hidden} class="fd-inline-form">
        <TextInput
          name="find"
          label={{ text: customer ? 'Find somebody else' : 'Find the customer' }}
          hint="Name, postcode, phone, email or reference, in any order"
          value={search?.typed ?? contact.givenPhone ?? undefined}
          values={values}
          errors={errors}
          attrs={customer || search ? {} : { autofocus: true }}
        />
        <Button look="secondary">Find</Button>
      </Form>
      {search ? <Results {...props} /> : null}
      <Register {...props} />
    </>
  );
  if (isOpen) return fields;
  return <Details summary="Is it somebody else?">{fields}</Details>;
}

function Results({ view, hidden }: CallPageProps) {
  const { contact, search } = view;
  if (!search) return null;
  if (!search.result) return <p class="govuk-body">Your sign-in does not let you look customers up.</p>;
  const { found, isCut } = search.result;
  return (
    <section aria-label="Search results">
      {search.byReference.map((line) => (
        <p key={line.id} class="govuk-body">
          {line.reference} is a case: <Link href={`/desk/cases/${line.reference}`}>{line.title}</Link>
        </p>
      ))}
      {found.length === 0 ? (
        <p class="govuk-body">
          <strong>Nobody is like “{search.typed}”.</strong> Try a postcode or a phone number, or register them.
        </p>
      ) : (
        <Form action={`/desk/contacts/${contact.id}/customer`} hidden={hidden}>
          <ul class="fd-rows">
            {found.map((one) => (
              <FoundRow key={one.customer.id} one={one} />
            ))}
          </ul>
        </Form>
      )}
      {isCut ? <p class="fd-mute">More people fit. Add another word.</p> : null}
    </section>
  );
}

function FoundRow({ one: { customer, reasons } }: { one: Found }) {
  const { id, name, address, postcode, phones, emails } = customer;
  return (
    <li class="fd-rows__row">
      <button type="submit" name="customer" value={id} class="fd-link-button fd-rows__main">
        {name}
        <span class="govuk-visually-hidden">, choose</span>
      </button>
      <span>{[address, postcode].filter(Boolean).join(', ') || 'no address'}</span>
      <span class="fd-mute">{[...phones, ...emails].join(' · ')}</span>
      <span>
        {reasons.map((reason) => (
          <Tag key={reason} colour="grey">
            {reason}
          </Tag>
        ))}
      </span>
    </li>
  );
}
