import type { AccountView } from '#modules/accounts';
import type { PublicShell } from '#platform/http/shell';
import {
  AppCodeInput,
  AppKey,
  Button,
  ButtonLink,
  type Errors,
  Form,
  Link,
  NotificationBanner,
  PasswordInput,
  PublicPage,
  RecoveryCodeList,
  SecondFactorInput,
} from '#ui';
import { Stuck } from './stuck.tsx';

interface SecurityPageProps extends PublicShell {
  token: Record<string, string>;
  view: AccountView;
  isDone: boolean;
  /** GOV.UK One Login is set up here. */
  offersOneLogin: boolean;
  errors: Errors;
}

/** Ways in beside the code, all of them optional. */
export function SecurityPage({ token, view, isDone, offersOneLogin, errors, ...shell }: SecurityPageProps) {
  const banner = isDone ? <NotificationBanner success>Saved.</NotificationBanner> : null;
  return (
    <PublicPage {...shell} title="How you sign in" search={false} back="/account" errors={errors} banners={banner}>
      <h1 class="govuk-heading-l">How you sign in</h1>
      <p class="govuk-body">A code that we send you always works. Everything here is up to you.</p>
      <h2 class="govuk-heading-m">Password</h2>
      <p class="govuk-body">
        {view.hasPassword ? 'You have one. You can choose another.' : 'You have none, and you need none.'}
      </p>
      <Form action="/account/security/password" hidden={token}>
        <PasswordInput
          name="password"
          label={view.hasPassword ? 'A new password' : 'A password'}
          hint="12 characters or more. Three random words work well."
          autocomplete="new-password"
          errors={errors}
        />
        <Button look="secondary">Save the password</Button>
      </Form>
      <h2 class="govuk-heading-m">A second check</h2>
      {view.hasSecondFactor ? (
        <Form action="/account/security/app/removal" hidden={token}>
          <p class="govuk-body">Each time you sign in, we also ask for a code of your authenticator app.</p>
          <Button look="warning">Do without it</Button>
        </Form>
      ) : (
        <>
          <p class="govuk-body">
            An authenticator app on your phone keeps others out, even if they read your messages.
          </p>
          <p class="govuk-body">
            <ButtonLink look="secondary" href="/account/security/app">
              Set it up
            </ButtonLink>
          </p>
        </>
      )}
      {offersOneLogin ? <OneLogin isConnected={view.hasOneLogin} token={token} /> : null}
      <p class="govuk-body">
        <Link href="/account/closing">Take your data, or close your account</Link>
      </p>
    </PublicPage>
  );
}

function OneLogin({ isConnected, token }: { isConnected: boolean; token: Record<string, string> }) {
  return (
    <>
      <h2 class="govuk-heading-m">GOV.UK One Login</h2>
      {isConnected ? (
        <Form action="/account/security/one-login/removal" hidden={token}>
          <p class="govuk-body">GOV.UK One Login opens this account.</p>
          <Button look="warning">Take it away</Button>
        </Form>
      ) : (
        <>
          <p class="govuk-body">If you use GOV.UK One Login for other services, it can open this account too.</p>
          <p class="govuk-body">
            <ButtonLink look="secondary" href="/account/one-login/connection">
              Connect it
            </ButtonLink>
          </p>
        </>
      )}
    </>
  );
}

interface AppPageProps extends PublicShell {
  token: Record<string, string>;
  picture: string;
  typedKey: string;
  errors: Errors;
}

export function AppPage({ token, picture, typedKey, errors, ...shell }: AppPageProps) {
  return (
    <PublicPage {...shell} title="Set up the second check" search={false} back="/account/security" errors={errors}>
      <h1 class="govuk-heading-l">Set up the second check</h1>
      <p class="govuk-body">In your authenticator app, choose to add an account and scan this square.</p>
      <AppKey picture={picture} typedKey={typedKey} />
      <Form action="/account/security/app" hidden={token}>
        <AppCodeInput errors={errors} />
        <Button>Turn it on</Button>
      </Form>
    </PublicPage>
  );
}

export function RecoveryPage({ codes, ...shell }: PublicShell & { codes: readonly string[] }) {
  return (
    <PublicPage {...shell} title="Keep your recovery codes" search={false}>
      <h1 class="govuk-heading-l">Keep your recovery codes</h1>
      <p class="govuk-body">
        The second check is on. If you lose your phone, one of these gets you in. Each works once. Write them down: they
        are not shown again.
      </p>
      <RecoveryCodeList codes={codes} />
      <ButtonLink href="/account/security">I have kept them</ButtonLink>
    </PublicPage>
  );
}

interface FactorPageProps extends PublicShell {
  token: Record<string, string>;
  back: string;
  errors?: Errors;
}

export function FactorPage({ token, back, errors, ...shell }: FactorPageProps) {
  return (
    <PublicPage {...shell} title="Enter the code of your app" search={false} errors={errors}>
      <h1 class="govuk-heading-l">Enter the code of your app</h1>
      <Form action="/account/sign-in/second-factor" hidden={{ ...token, back }}>
        <SecondFactorInput errors={errors} />
        <Button>Sign in</Button>
      </Form>
      <Stuck council={shell.council} summary="I do not have my phone, nor a recovery code" />
    </PublicPage>
  );
}
