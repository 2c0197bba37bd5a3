import type { PublicShell } from '#platform/http/shell';
import { Link, PublicPage } from '#ui';

/** Signed out, and nothing of the person is left on this computer. */
export function SignedOutPage(shell: PublicShell) {
  return (
    <PublicPage {...shell} path="/account" title="You are signed out">
      <h1 class="govuk-heading-l">You are signed out</h1>
      <p class="govuk-body">
        Nothing of yours is left on this computer. On a shared computer, close the browser too: then nobody can go back
        to your pages.
      </p>
      <p class="govuk-body">
        <Link href="/account/sign-in">Sign in again</Link>, or <Link href="/">go to the home page</Link>.
      </p>
    </PublicPage>
  );
}
