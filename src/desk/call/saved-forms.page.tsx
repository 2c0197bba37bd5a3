import { english } from '#modules/councils';
import type { SavedFormLine } from '#modules/forms';
import { Button, Checkboxes, Form } from '#ui';
import { shortDay, shortWhen } from '../../doors/when.ts';
import type { CallPageProps } from './call-page-props.ts';

/** What they began online and did not send: gone on with here, when they say that we may. */
export function SavedFormList(props: CallPageProps) {
  const { lines, needsCheck } = props.view.saved;
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="saved-forms">
      <h3 class="govuk-heading-s" id="saved-forms">
        Begun online, not sent <span class="fd-count">{lines.length}</span>
      </h3>
      {needsCheck ? <p class="govuk-body">Check who they are before you open one.</p> : null}
      <ul class="fd-cases">
        {lines.map((line) => (
          <li key={line.id} class="fd-cases__item">
            <Saved {...props} line={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Saved({ line, view, hidden, errors }: CallPageProps & { line: SavedFormLine }) {
  const { zone, now, directory } = view;
  const service = directory.catalogue.services.get(line.serviceSlug)?.service;
  const name = service ? english(service.name) : line.serviceSlug;
  return (
    <Form action={`/desk/contacts/${view.contact.id}/saved-form`} hidden={{ ...hidden, saved: line.id }}>
      <p class="govuk-body">
        <strong>{name}</strong>{' '}
        <span class="fd-mute">
          changed {shortWhen(line.changedAt, zone, now)}, kept until {shortDay(line.keptUntil, zone, now)}
        </span>
      </p>
      <p class="fd-questions__ask">“You began this form online. May I open what you answered, and go on with you?”</p>
      <Checkboxes
        name="consent"
        idPrefix={`consent-${line.id}`}
        small
        error={errors[`consent-${line.id}`]}
        items={[{ value: 'yes', text: 'They said yes' }]}
      />
      <Button look="secondary">
        Go on with it<span class="govuk-visually-hidden">: {name}</span>
      </Button>
    </Form>
  );
}
