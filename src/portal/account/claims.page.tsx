import type { ClaimableCase } from '#modules/cases';
import type { PublicShell } from '#platform/http/shell';
import { Button, type Errors, Form, PublicPage, TextInput, type Values } from '#ui';

interface ClaimsPageProps extends PublicShell {
  token: Record<string, string>;
  offered: readonly ClaimableCase[];
  values?: Values;
  errors?: Errors;
}

/** Bring an earlier request into the account. */
export function ClaimsPage({ token, offered, values, errors, ...shell }: ClaimsPageProps) {
  return (
    <PublicPage {...shell} title="Add an earlier request" search={false} back="/account" errors={errors}>
      <h1 class="govuk-heading-l">Add an earlier request</h1>
      <Offered offered={offered} token={token} />
      <p class="govuk-body">
        Did you ask us for something without signing in? Add it, and you see all of it here. If you still have our email
        about it, you can open the link in it instead.
      </p>
      <Form action="/account/claims" hidden={token}>
        <TextInput
          name="reference"
          label="Its reference"
          hint="Eight letters and numbers, such as K7M3-QX9T"
          width={10}
          autocomplete="off"
          spellcheck={false}
          values={values}
          errors={errors}
        />
        <TextInput
          name="fact"
          label="The email address or phone number that you gave with it"
          autocomplete="off"
          spellcheck={false}
          values={values}
          errors={errors}
        />
        <Button>Add it</Button>
      </Form>
    </PublicPage>
  );
}

/** Made with an address that is proven to be theirs: one press is enough. */
export function Offered({ offered, token }: Pick<ClaimsPageProps, 'offered' | 'token'>) {
  if (offered.length === 0) return null;
  return (
    <Form action="/account/claims/offered" hidden={token} class="fd-needs-you">
      <p class="govuk-body">
        {offered.length === 1 ? 'One request was' : `${String(offered.length)} requests were`} made with your email
        address before you had an account:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {offered.map(({ reference, title }) => (
          <li key={reference}>
            {title}, {reference}
          </li>
        ))}
      </ul>
      <Button look="secondary">{offered.length === 1 ? 'Add it to my account' : 'Add them to my account'}</Button>
    </Form>
  );
}
