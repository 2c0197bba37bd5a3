import type { PublicShell } from '#platform/http/shell';
import { Button, type Errors, Form, Link, PasswordInput, PublicPage, TextInput, type Values } from '#ui';
import { withBack } from './account-paths.ts';
import { Stuck } from './stuck.tsx';

export interface PasswordPageProps extends PublicShell {
  token: Record<string, string>;
  back: string;
  values?: Values;
  errors?: Errors;
}

/** For those who chose to have a password. */
export function PasswordPage({ token, back, values, errors, ...shell }: PasswordPageProps) {
  const codeHref = withBack('/account/sign-in', back);
  return (
    <PublicPage {...shell} title="Sign in with a password" search={false} errors={errors} back={codeHref}>
      <h1 class="govuk-heading-l">Sign in with a password</h1>
      <Form action="/account/sign-in/password" hidden={{ ...token, back }}>
        <TextInput
          name="address"
          label="Your email address or mobile number"
          autocomplete="username"
          spellcheck={false}
          autocapitalize="none"
          values={values}
          errors={errors}
        />
        <PasswordInput name="password" label="Password" errors={errors} />
        <Button>Sign in</Button>
      </Form>
      <p class="govuk-body">
        You forgot it, or never had one? <Link href={codeHref}>We send you a code instead</Link>.
      </p>
      <Stuck council={shell.council} summary="I cannot sign in" />
    </PublicPage>
  );
}
