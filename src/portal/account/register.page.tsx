import type { PublicShell } from '#platform/http/shell';
import { Button, type Errors, Form, Link, PublicPage, TextInput, type Values } from '#ui';
import { ONE_LOGIN, withBack } from './account-paths.ts';
import { Stuck } from './stuck.tsx';

export interface RegisterPageProps extends PublicShell {
  token: Record<string, string>;
  back: string;
  /** GOV.UK One Login is set up here. */
  hasOneLogin: boolean;
  values?: Values;
  errors?: Errors;
}

/** Two facts make an account: a name, and where a code can be sent. */
export function RegisterPage({ token, back, hasOneLogin, values, errors, ...shell }: RegisterPageProps) {
  return (
    <PublicPage
      {...shell}
      title="Make an account"
      search={false}
      errors={errors}
      back={withBack('/account/sign-in', back)}
    >
      <h1 class="govuk-heading-l">Make an account</h1>
      <p class="govuk-body">
        In My Account you see how your requests are going and what we wrote to you. You give your details once.
      </p>
      <Form action="/account/register" hidden={{ ...token, back }}>
        <TextInput
          name="name"
          label="Your name"
          autocomplete="name"
          spellcheck={false}
          values={values}
          errors={errors}
        />
        <TextInput
          name="address"
          label="Your email address or mobile number"
          hint="We send a code there to be sure that it reaches you."
          autocomplete="email"
          spellcheck={false}
          autocapitalize="none"
          values={values}
          errors={errors}
        />
        <Button>Continue</Button>
      </Form>
      {hasOneLogin ? (
        <p class="govuk-body">
          Or <Link href={withBack(ONE_LOGIN, back)}>use GOV.UK One Login</Link> to make an account.
        </p>
      ) : null}
      <p class="govuk-body">
        You have one already? <Link href={withBack('/account/sign-in', back)}>Sign in</Link>.
      </p>
      <Stuck council={shell.council} summary="I want help with this" />
    </PublicPage>
  );
}
