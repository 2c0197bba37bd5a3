import { english } from '#modules/councils';
import { sayDate } from '#modules/questions';
import { isTransaction, type ServiceDefinition } from '#modules/services';
import { Button, Details, ErrorMessage, Form, SearchField, TextInput } from '#ui';
import type { CallPageProps } from './call-page-props.ts';
import { receivedField } from './received-field.ts';

const MOST = 12;

/** The service by a few letters of what they need. */
export function PickService(props: CallPageProps) {
  const { view, hidden, errors } = props;
  const { contact, services } = view;
  const path = `/desk/contacts/${contact.id}`;
  const error = errors['q'];
  return (
    <section aria-label="Pick the service">
      <ErrorMessage error={error} id="q-error" />
      <SearchField
        action={path}
        id="q"
        label={contact.questions.length > 0 ? 'What else is it about?' : 'What is it about?'}
        value={services.typed}
        button="Show"
      />
      {services.found.length === 0 ? (
        <p class="govuk-body">No service is like that. Try another word, or end the contact and say what it was.</p>
      ) : null}
      <Form action={`${path}/service`} hidden={hidden}>
        <ul class="fd-picks">
          {services.found.slice(0, MOST).map((service) => (
            <Pick key={service.slug} service={service} />
          ))}
        </ul>
      </Form>
      {services.ended.map((service) => (
        <OnPaper key={service.slug} {...props} service={service} />
      ))}
    </section>
  );
}

function Pick({ service }: { service: ServiceDefinition }) {
  return (
    <li>
      <button type="submit" name="service" value={service.slug} class="fd-link-button">
        {service.name.en}
      </button>
      {isTransaction(service) ? null : <span class="fd-mute"> (answer from its page)</span>}
    </li>
  );
}

/** What came on paper in time for a service that has ended: it is typed in, with the day on which it reached us. */
function OnPaper({ service, view, hidden, errors, values }: CallPageProps & { service: ServiceDefinition }) {
  const { contact, services } = view;
  const last = sayDate(service.valid.until ?? '');
  const field = receivedField(service);
  return (
    <Details summary={`${english(service.name)} ended on ${last}`} open={errors[field] !== undefined}>
      <Form
        action={`/desk/contacts/${contact.id}/paper?q=${encodeURIComponent(services.typed)}`}
        hidden={{ ...hidden, 'paper-of': service.slug }}
      >
        <TextInput
          name={field}
          type="date"
          label="It came on paper: on which day did we receive it?"
          hint={`${last}, or before. It counts from that day, and promises run from it.`}
          width={10}
          values={values}
          errors={errors}
        />
        <Button look="secondary">Type it in</Button>
      </Form>
    </Details>
  );
}
