import { describeDue } from '#modules/promises';
import { Button, Form, Link, TextInput } from '#ui';
import { shortWhen } from '../../doors/when.ts';
import type { ScriptProps } from './call-page-props.ts';

/** One thing has met many at this place: said first, and the caller joins it instead of a case of their own. */
export function KnownIncident({ report, view, hidden, errors, values }: ScriptProps) {
  const { incident } = report;
  if (!incident) return null;
  const { zone, now, contact } = view;
  const shown = { values, errors };
  const due = incident.dueAt ? describeDue(incident.dueAt, zone, now) : 'as soon as we can';
  return (
    <Form action={`/desk/contacts/${contact.id}/incident`} hidden={hidden} class="fd-notice">
      <p class="govuk-body" id="incident">
        <strong>{errors['incident'] ?? 'Known already:'}</strong>{' '}
        <Link href={`/desk/incidents/${incident.reference}`}>{incident.title}</Link>, since{' '}
        {shortWhen(incident.startedAt, zone, now)}
      </p>
      <p class="govuk-body">“{incident.message}”</p>
      <p class="govuk-body">“We promise to have it put right {due}.”</p>
      {contact.customerId ? null : (
        <div class="fd-pair">
          <TextInput {...shown} name="join-name" label="Their name (optional)" />
          <TextInput {...shown} name="join-email" label="Email, to hear when it is over (optional)" />
          <TextInput {...shown} name="join-phone" label="Mobile (optional)" />
        </div>
      )}
      <div class="fd-buttons">
        <Button name="incident" value="join">
          Told: add this caller to the incident
        </Button>
        <Button name="incident" value="other" look="secondary">
          Theirs is another matter
        </Button>
      </div>
    </Form>
  );
}
