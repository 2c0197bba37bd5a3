import type { PublicShell } from '#platform/http/shell';
import { Button, Form, InsetText, Link, PublicPage } from '#ui';
import { withBack } from './account-paths.ts';

interface ConnectPageProps extends PublicShell {
  token: Record<string, string>;
  /** Whose account is open. */
  name: string;
  /** As GOV.UK One Login vouches for it. */
  email: string | null;
}

/** One press makes the two one way in; both are named, so that nobody connects a stranger's. */
export function ConnectPage({ token, name, email, ...shell }: ConnectPageProps) {
  return (
    <PublicPage {...shell} path="/account" title="Connect GOV.UK One Login?" search={false}>
      <h1 class="govuk-heading-l">Connect GOV.UK One Login?</h1>
      <p class="govuk-body">
        You are signed in to GOV.UK One Login{email === null ? '' : ' as '}
        {email === null ? null : <strong class="fd-wrap">{email}</strong>}, and here as <strong>{name}</strong>.
      </p>
      <p class="govuk-body">If you connect the two, GOV.UK One Login opens this account from now on.</p>
      <Form action="/account/connect" hidden={token}>
        <Button preventDoubleClick>Connect them</Button>
      </Form>
      <p class="govuk-body">
        <Link href="/account">No, leave it as it is</Link>
      </p>
    </PublicPage>
  );
}

interface ProveFirstPageProps extends PublicShell {
  token: Record<string, string>;
  email: string | null;
  error: string | undefined;
}

/** There is an account already, and the address alone does not open it: its own person connects the two. */
export function ProveFirstPage({ token, email, error, ...shell }: ProveFirstPageProps) {
  return (
    <PublicPage {...shell} path="/account" title="Show that the account is yours" search={false}>
      <h1 class="govuk-heading-l">Show that the account is yours</h1>
      {error === undefined ? null : <InsetText>{error}.</InsetText>}
      {email === null ? (
        <p class="govuk-body">Sign in to the account that you want to connect with GOV.UK One Login.</p>
      ) : (
        <p class="govuk-body">
          To connect the account of <strong class="fd-wrap">{email}</strong> with GOV.UK One Login, sign in to it once
          the way you did before. You do this only once.
        </p>
      )}
      {email === null ? null : (
        <Form action="/account/connect/code" hidden={token}>
          <Button preventDoubleClick>Send me a code</Button>
        </Form>
      )}
      <ul class="govuk-list fd-ways">
        <li>
          <Link href={withBack('/account/sign-in/password', '/account/connect')}>Sign in with a password</Link>
        </li>
        <li>
          <Link href={withBack('/account/sign-in', '/account/connect')}>
            Use another email address or a mobile number
          </Link>
        </li>
      </ul>
    </PublicPage>
  );
}

const PROBLEMS = {
  late: 'It took too long. Go to "How you sign in" and begin again.',
  taken: 'This GOV.UK One Login opens another account already. Sign in with it to go there.',
  'has-another': 'Your account is connected with another GOV.UK One Login. Take that one away first.',
  'only-way-in':
    'GOV.UK One Login is the only way into your account. Add an email address or a mobile number first, so that you are not locked out.',
};

/** Why the two were not connected, or not parted, and what to do. */
export function ConnectProblemPage({ what, ...shell }: PublicShell & { what: keyof typeof PROBLEMS }) {
  return (
    <PublicPage {...shell} path="/account" title="Nothing was changed" search={false}>
      <h1 class="govuk-heading-l">Nothing was changed</h1>
      <p class="govuk-body">{PROBLEMS[what]}</p>
      <p class="govuk-body">
        <Link href={what === 'only-way-in' ? '/account/details' : '/account/security'}>
          {what === 'only-way-in' ? 'Go to your details' : 'Go to how you sign in'}
        </Link>
      </p>
    </PublicPage>
  );
}
