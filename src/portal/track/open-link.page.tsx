import type { PublicShell } from '#platform/http/shell';
import { Button, Checkboxes, Form, Link, PublicPage } from '#ui';
import { Prove } from './prove.page.tsx';

interface OpenLinkPageProps extends PublicShell {
  reference: string;
  title: string;
  action: string;
  token: Record<string, string>;
}

/** One press, and all of the report is shown. */
export function OpenLinkPage({ reference, title, action, token, ...shell }: OpenLinkPageProps) {
  return (
    <PublicPage {...shell} path="/track" title={`Your report ${reference}`} search={false}>
      <span class="govuk-caption-l">{title}</span>
      <h1 class="govuk-heading-l">Your report {reference}</h1>
      <p class="govuk-body">
        We show you all of it, with the address, for half an hour in this browser. The link works once.
      </p>
      <Form action={action} hidden={token}>
        {shell.person ? (
          <Checkboxes name="account" items={[{ value: 'yes', text: 'Keep it in my account', checked: true }]} small />
        ) : null}
        <Button>Show my report</Button>
      </Form>
    </PublicPage>
  );
}

/** Used already, too old, or not whole: the plain way on. */
export function LinkUsedPage({ reference, token, ...shell }: Omit<OpenLinkPageProps, 'title' | 'action'>) {
  return (
    <PublicPage {...shell} path="/track" title="This link does not work any more" search={false}>
      <h1 class="govuk-heading-l">This link does not work any more</h1>
      <p class="govuk-body">
        It works once, for 14 days. You can{' '}
        <Link href={`/track/${reference}`}>see how report {reference} is going</Link> without it.
      </p>
      <Prove reference={reference} token={token} errors={{}} />
    </PublicPage>
  );
}
