import type { DemonstrationResident } from '#modules/accounts';
import type { PublicShell } from '#platform/http/shell';
import { Button, type Errors, Form, InsetText, Link, PublicPage, TextInput, type Values } from '#ui';
import { ONE_LOGIN, withBack } from './account-paths.ts';
import { DemonstrationResidents } from './demonstration-residents.tsx';
import { Stuck } from './stuck.tsx';

export interface SignInPageProps extends PublicShell {
  token: Record<string, string>;
  back: string;
  /** Something to know first: signed out, idle too long. */
  notice?: string | undefined;
  residents: readonly DemonstrationResident[];
  /** GOV.UK One Login is set up here. */
  hasOneLogin: boolean;
  values?: Values;
  errors?: Errors;
}

/** The way in: a code, which needs no password; or whichever other way somebody has. */
export function SignInPage({ token, back, notice, residents, hasOneLogin, values, errors, ...shell }: SignInPageProps) {
  const hidden = { ...token, back };
  return (
    <PublicPage {...shell} title="Sign in to My Account" search={false} errors={errors}>
      <h1 class="govuk-heading-l">Sign in to My Account</h1>
      {notice === undefined ? null : <InsetText>{notice}</InsetText>}
      <DemonstrationResidents residents={residents} hidden={hidden} />
      <Form action="/account/sign-in" hidden={hidden}>
        <TextInput
          name="address"
          label="Your email address or mobile number"
          hint="We send you a code. You need no password."
          autocomplete="username"
          spellcheck={false}
          autocapitalize="none"
          values={values}
          errors={errors}
        />
        <Button>Send me a code</Button>
      </Form>
      <h2 class="govuk-heading-m">Other ways</h2>
      <ul class="govuk-list fd-ways">
        {hasOneLogin ? (
          <li>
            <Link href={withBack(ONE_LOGIN, back)}>Use GOV.UK One Login</Link>
          </li>
        ) : null}
        <li>
          <Link href={withBack('/account/register', back)}>Make an account</Link>
        </li>
        <li>
          <Link href={withBack('/account/sign-in/password', back)}>Sign in with a password</Link>
        </li>
      </ul>
      <Stuck council={shell.council} summary="I cannot sign in" />
    </PublicPage>
  );
}
