import type { OrganisationView } from '#modules/accounts';
import type { CaseLine } from '#modules/cases';
import type { PublicShell } from '#platform/http/shell';
import { Button, EmptyState, type Errors, Form, Link, PublicPage, type Values } from '#ui';
import type { Directory } from '../directory.ts';
import { CaseItem } from './case-item.tsx';
import { OrganisationUsers } from './organisation-users.tsx';
import { KIND_WORDS } from './organisations.page.tsx';

interface OrganisationPageProps extends PublicShell {
  organisation: OrganisationView;
  cases: readonly CaseLine[];
  directory: Directory;
  token: Record<string, string>;
  now: Date;
  values: Values;
  errors: Errors;
}

/** One organisation: what it asked for, and who acts for it. */
export function OrganisationPage(props: OrganisationPageProps) {
  const { organisation, cases, directory, token, now, values, errors, ...shell } = props;
  const { grantId, name, role, kind, number } = organisation;
  return (
    <PublicPage {...shell} path="/account" title={name} search={false} back="/account/organisations" errors={errors}>
      <span class="govuk-caption-l">
        {KIND_WORDS[kind]}
        {number === null ? '' : `, number ${number}`}
      </span>
      <h1 class="govuk-heading-l fd-wrap">{name}</h1>
      <Form action={`/account/for/${grantId}/asking`} hidden={token}>
        <Button preventDoubleClick>Ask for something for {name}</Button>
      </Form>
      <h2 class="govuk-heading-m">Its requests</h2>
      {cases.length === 0 ? <EmptyState title="Nothing was asked for yet" /> : null}
      <ul class="fd-account-cases">
        {cases.map((line) => (
          <CaseItem key={line.id} line={line} directory={directory} now={now} />
        ))}
      </ul>
      <OrganisationUsers organisation={organisation} token={token} values={values} errors={errors} />
      <h2 class="govuk-heading-m">Change or stop</h2>
      <Form action={`/account/organisations/${grantId}/leaving`} hidden={token}>
        <Button look="secondary">Stop acting for {name}</Button>
      </Form>
      {role === 'owner' ? (
        <p class="govuk-body">
          <Link href={`/account/organisations/${grantId}/details`}>Change its name or number</Link>
          <br />
          <Link href={`/account/organisations/${grantId}/closing`}>Close the organisation’s account</Link>
        </p>
      ) : null}
    </PublicPage>
  );
}

interface CloseOrganisationPageProps extends PublicShell {
  organisation: OrganisationView;
  token: Record<string, string>;
}

/** What closing means, before it is done. */
export function CloseOrganisationPage({ organisation, token, ...shell }: CloseOrganisationPageProps) {
  const { grantId, name } = organisation;
  const path = `/account/organisations/${grantId}`;
  return (
    <PublicPage {...shell} path="/account" title={`Close the account of ${name}?`} search={false} back={path}>
      <h1 class="govuk-heading-l fd-wrap">Close the account of {name}?</h1>
      <p class="govuk-body">
        Nobody can act for it here any more. What it asked us for goes on, and stays on our record for as long as our
        rules say.
      </p>
      <Form action={`${path}/closing`} hidden={token}>
        <Button look="warning" preventDoubleClick>
          Close the account
        </Button>
      </Form>
      <p class="govuk-body">
        <Link href={path}>Keep it</Link>
      </p>
    </PublicPage>
  );
}
