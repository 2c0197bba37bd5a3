import { sayUntil } from '#modules/forms';
import type { PublicShell } from '#platform/http/shell';
import { Button, Form, Link, PublicPage } from '#ui';
import { sayInstant } from '../say-when.ts';
import type { BegunFormLine } from './begun-forms.ts';

interface BegunFormsProps {
  forms: readonly BegunFormLine[];
  token: Record<string, string>;
  zone: string;
}

/** Forms that wait to be gone on with; nothing where there are none. */
export function BegunForms({ forms, token, zone }: BegunFormsProps) {
  if (forms.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Forms you have begun</h2>
      <ul class="fd-account-cases">
        {forms.map(({ id, service, forWhom, changedAt, keptUntil }) => (
          <li key={id} class="fd-account-cases__item">
            <p class="fd-account-cases__head">
              {service}
              {forWhom === null ? '' : `, for ${forWhom}`}
            </p>
            <p class="govuk-body">
              Saved {sayInstant(changedAt, zone)}. We keep it until {sayUntil(keptUntil, zone)}.
            </p>
            <Form action={`/account/forms/${id}`} hidden={token} class="govuk-button-group">
              <Button preventDoubleClick>
                Go on <span class="govuk-visually-hidden">with {service}</span>
              </Button>
              <Link href={`/account/forms/${id}/deletion`}>
                Delete <span class="govuk-visually-hidden">the form {service}</span>
              </Link>
            </Form>
          </li>
        ))}
      </ul>
    </>
  );
}

interface DeleteFormPageProps extends PublicShell {
  form: BegunFormLine;
  token: Record<string, string>;
}

/** What deleting means, before it is done. */
export function DeleteFormPage({ form, token, ...shell }: DeleteFormPageProps) {
  return (
    <PublicPage {...shell} path="/account" title="Delete this form?" search={false} back="/account">
      <span class="govuk-caption-l">{form.service}</span>
      <h1 class="govuk-heading-l">Delete this form?</h1>
      <p class="govuk-body">All your answers in it go at once. We cannot get them back. Nothing was sent to us.</p>
      <Form action={`/account/forms/${form.id}/deletion`} hidden={token}>
        <Button look="warning" preventDoubleClick>
          Delete the form
        </Button>
      </Form>
      <p class="govuk-body">
        <Link href="/account">Keep it</Link>
      </p>
    </PublicPage>
  );
}
