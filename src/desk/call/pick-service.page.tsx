import { isTransaction, type ServiceDefinition } from '#modules/services';
import { ErrorMessage, Form, SearchField } from '#ui';
import type { CallPageProps } from './call-page-props.ts';

const MOST = 12;

/** The service by a few letters of what they need. */
export function PickService({ view, hidden, errors }: CallPageProps) {
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
