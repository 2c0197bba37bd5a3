import type { CustomerView } from '#modules/customers';
import { Button, Checkboxes, Details, Form, SummaryList, Tag } from '#ui';
import { shortWhen } from '../../doors/when.ts';
import { FACT_WORDS } from '../words.ts';
import type { CallPageProps } from './call-page-props.ts';

type WhoProps = CallPageProps & { customer: CustomerView };

/** The person: name, how to reach them, what they need, what to look out for. */
export function Who(props: WhoProps) {
  const { customer, view } = props;
  return (
    <section aria-label="Customer" class="fd-who">
      <p class="fd-who__name">
        <strong>{customer.name}</strong> <Validated {...props} />
      </p>
      <SummaryList noBorder class="fd-facts" rows={factsOf(props)} />
      {view.markers
        .filter(({ isInForce }) => isInForce)
        .map(({ id, what }) => (
          <p key={id} class="fd-notice fd-notice--error">
            <strong>Take care when visiting:</strong> {what}
          </p>
        ))}
      <Identity {...props} />
    </section>
  );
}

function factsOf({ customer }: WhoProps) {
  const { reaches, needs, notes } = customer;
  const facts = [
    { key: 'Address', value: [customer.address, customer.postcode].filter(Boolean).join(', ') },
    { key: 'Reach', value: reaches.length > 0 ? <Reaches reaches={reaches} /> : 'No way to reach them yet' },
    { key: 'Needs', value: needs.length > 0 ? <Needs needs={needs} /> : 'None recorded' },
    { key: 'Language', value: languageOf(customer) },
    { key: 'Notes', value: notes.map(({ note }) => note).join(' · ') },
  ];
  return facts.filter(({ value }) => value !== '');
}

function Reaches({ reaches }: Pick<CustomerView, 'reaches'>) {
  return (
    <>
      {reaches.map(({ id, value, isPreferred }, index) => (
        <span key={id}>
          {index > 0 ? ' · ' : ''}
          {value}
          {isPreferred ? ' (prefers)' : ''}
        </span>
      ))}
    </>
  );
}

function Needs({ needs }: Pick<CustomerView, 'needs'>) {
  return (
    <>
      {needs.map(({ id, kind, reason, detail, isReviewDue }) => (
        <span key={id}>
          <Tag colour="purple">{kind.replace(/-/g, ' ')}</Tag> {reason.replace(/-/g, ' ')}
          {detail ? `: ${detail}` : ''}
          {isReviewDue ? ' (ask again: review is due)' : ''}{' '}
        </span>
      ))}
    </>
  );
}

function languageOf({ language, interpreter }: CustomerView): string {
  if (!language) return interpreter ? 'Needs an interpreter' : '';
  return interpreter ? `${language}, with an interpreter` : language;
}

function Validated({ view }: WhoProps) {
  const { validatedAt, validatedBy } = view.contact;
  if (!validatedAt) return <Tag colour="yellow">Not checked yet</Tag>;
  const facts = validatedBy.map((fact) => FACT_WORDS[fact]?.toLowerCase() ?? fact).join(', ');
  return (
    <>
      <Tag colour="green">Checked ✓</Tag>{' '}
      <span class="fd-mute">
        {shortWhen(validatedAt, view.zone, view.now)} by {facts}
      </span>
    </>
  );
}

function Identity({ view, hidden, errors, values }: WhoProps) {
  const { contact, rule } = view;
  if (contact.validatedAt || contact.wrappedAt) return null;
  return (
    <Details
      summary={`Check who they are: ${rule.howMany} of ${rule.facts.length} facts`}
      open={errors['fact'] !== undefined}
    >
      <Form action={`/desk/contacts/${contact.id}/identity`} hidden={hidden}>
        <Checkboxes
          name="fact"
          small
          legend="Tick what they said rightly. Never read the answers out."
          items={rule.facts.map((fact) => ({ value: fact, text: FACT_WORDS[fact] ?? fact }))}
          values={values}
          errors={errors}
        />
        <Button look="secondary">Check</Button>
      </Form>
    </Details>
  );
}
