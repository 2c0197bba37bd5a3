import type { OrganisationKind, OrganisationLine } from '#modules/accounts';
import type { PublicShell } from '#platform/http/shell';
import { Button, ButtonLink, type Errors, Form, Link, PublicPage, Radios, Tag, TextInput, type Values } from '#ui';

export const KIND_WORDS: Readonly<Record<OrganisationKind, string>> = {
  business: 'A business',
  charity: 'A charity or club',
  landlord: 'A landlord or letting agent',
  school: 'A school or nursery',
  'public-body': 'A public body',
  other: 'Something else',
};

/** The organisations that somebody acts for. */
export function OrganisationsPage({
  organisations,
  ...shell
}: PublicShell & { organisations: readonly OrganisationLine[] }) {
  return (
    <PublicPage {...shell} path="/account" title="Organisations" search={false} back="/account">
      <h1 class="govuk-heading-l">Organisations</h1>
      <p class="govuk-body">
        Act for a business, a charity or another organisation from your own account. Several people can do so, and each
        signs in as themselves.
      </p>
      {organisations.length === 0 ? <p class="govuk-body">You act for none yet.</p> : null}
      <ul class="fd-account-cases">
        {organisations.map(({ grantId, name, role }) => (
          <li key={grantId} class="fd-account-cases__item">
            <p class="fd-account-cases__head fd-wrap">
              <Link href={`/account/organisations/${grantId}`}>{name}</Link>{' '}
              {role === 'owner' ? <Tag colour="blue">Owner</Tag> : null}
            </p>
          </li>
        ))}
      </ul>
      <ButtonLink look="secondary" href="/account/organisations/new">
        Make an account for an organisation
      </ButtonLink>
    </PublicPage>
  );
}

interface NewOrganisationPageProps extends PublicShell {
  token: Record<string, string>;
  values?: Values;
  errors?: Errors;
}

/** Two facts make it, and a number if there is one. */
export function NewOrganisationPage({ token, values, errors, ...shell }: NewOrganisationPageProps) {
  const fields = { values, errors };
  return (
    <PublicPage
      {...shell}
      path="/account"
      title="Make an account for an organisation"
      search={false}
      back="/account/organisations"
      errors={errors}
    >
      <h1 class="govuk-heading-l">Make an account for an organisation</h1>
      <p class="govuk-body">You become its owner. Then you can ask others to act for it too.</p>
      <Form action="/account/organisations/new" hidden={token}>
        <OrganisationFields {...fields} />
        <Button preventDoubleClick>Make the account</Button>
      </Form>
    </PublicPage>
  );
}

interface ChangeOrganisationPageProps extends PublicShell {
  /** The address of the organisation. */
  path: string;
  /** As it is called now. */
  name: string;
  token: Record<string, string>;
  values: Values;
  errors?: Errors;
}

/** An owner puts its name, kind or number right. */
export function ChangeOrganisationPage({ path, name, token, values, errors, ...shell }: ChangeOrganisationPageProps) {
  const title = `Change the details of ${name}`;
  return (
    <PublicPage {...shell} path="/account" title={title} search={false} back={path} errors={errors}>
      <h1 class="govuk-heading-l fd-wrap">{title}</h1>
      <p class="govuk-body">What it asked us for stays its own. Our services see the new name at once.</p>
      <Form action={`${path}/details`} hidden={token}>
        <OrganisationFields values={values} errors={errors} />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </PublicPage>
  );
}

function OrganisationFields(shown: { values: Values | undefined; errors: Errors | undefined }) {
  return (
    <>
      <TextInput
        name="name"
        label="Name of the organisation"
        autocomplete="organization"
        spellcheck={false}
        {...shown}
      />
      <Radios
        name="kind"
        legend="What kind of organisation is it?"
        items={Object.entries(KIND_WORDS).map(([value, text]) => ({ value, text }))}
        {...shown}
      />
      <TextInput
        name="number"
        label="Company or charity number (optional)"
        hint="From Companies House or a charity regulator, such as 01234567 or SC012345."
        width={20}
        spellcheck={false}
        {...shown}
      />
    </>
  );
}
