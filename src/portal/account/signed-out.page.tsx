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

/** Signed out here; GOV.UK One Login is asked to do the same, or the person is told to. */
export function SigningOutPage({ there, ...shell }: PublicShell & { there: string | null }) {
  return (
    <PublicPage {...shell} path="/account" title="You are signed out here" {...(there !== null && { goTo: there })}>
      <h1 class="govuk-heading-l">You are signed out here</h1>
      {there === null ? (
        <p class="govuk-body">
          GOV.UK One Login does not answer, so you are still signed in to it. On a shared computer, close the browser.
        </p>
      ) : (
        <p class="govuk-body">
          Now we sign you out of GOV.UK One Login too. <Link href={there}>Go on</Link>, if nothing happens.
        </p>
      )}
      <p class="govuk-body">
        <Link href="/">Go to the home page</Link>
      </p>
    </PublicPage>
  );
}
