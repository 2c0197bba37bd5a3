import type { PublicShell } from '#platform/http/shell';
import { Button, ButtonLink, Form, Link, PublicPage } from '#ui';
import { Stuck } from './stuck.tsx';

/** One press goes on where the code was asked for: opening alone does nothing, since mail scanners open every link. */
export function CodeLinkPage({
  action,
  token,
  ...shell
}: PublicShell & { action: string; token: Record<string, string> }) {
  return (
    <PublicPage {...shell} path="/account" title="Go on to your account" search={false}>
      <h1 class="govuk-heading-l">Go on to your account</h1>
      <p class="govuk-body">Press only if you asked for this yourself. The link works once.</p>
      <Form action={action} hidden={token}>
        <Button>Go on</Button>
      </Form>
    </PublicPage>
  );
}

/** Used, too old, or not whole: the plain way on. */
export function CodeLinkEndedPage(shell: PublicShell) {
  return (
    <PublicPage {...shell} path="/account" title="This link does not work any more" search={false}>
      <h1 class="govuk-heading-l">This link does not work any more</h1>
      <p class="govuk-body">It works once, and for a short time. You can ask for another: it takes a minute.</p>
      <p class="govuk-body">
        <ButtonLink href="/account/sign-in">Get a new code</ButtonLink>
      </p>
      <p class="govuk-body">
        You have no account yet? <Link href="/account/register">Make one</Link>.
      </p>
      <Stuck council={shell.council} summary="It still does not work" />
    </PublicPage>
  );
}
