import type { PublicShell } from '#platform/http/shell';
import { Button, ButtonLink, type Errors, Form, Link, PublicPage, TextInput, type Values } from '#ui';
import { withBack } from './account-paths.ts';
import { Stuck } from './stuck.tsx';

export type OneLoginProblem = 'away' | 'failed' | 'late' | 'cancelled';

const WORDS: Readonly<Record<OneLoginProblem, { title: string; text: string }>> = {
  away: {
    title: 'GOV.UK One Login does not answer',
    text: 'It is not working at the moment. Try again in a few minutes, or sign in another way now.',
  },
  failed: {
    title: 'We could not sign you in with GOV.UK One Login',
    text: 'What came back did not fit what we asked for, so we did not take it. Start again, or sign in another way.',
  },
  late: {
    title: 'That took too long, or was used before',
    text: 'For your safety, the way back from GOV.UK One Login works once and for an hour. Start again.',
  },
  cancelled: {
    title: 'You did not finish with GOV.UK One Login',
    text: 'That is fine, and nothing has changed. You do not need it to have an account with us.',
  },
};

interface OneLoginProblemPageProps extends PublicShell {
  what: OneLoginProblem;
  back: string;
  /** Begins with GOV.UK One Login once more. */
  again: string;
}

/** Why GOV.UK One Login did not lead in, and the ways that are left. */
export function OneLoginProblemPage({ what, back, again, ...shell }: OneLoginProblemPageProps) {
  const { title, text } = WORDS[what];
  return (
    <PublicPage {...shell} path="/account" title={title} search={false}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{text}</p>
      <p class="govuk-body">
        <ButtonLink href={withBack('/account/sign-in', back)}>Sign in with a code</ButtonLink>
      </p>
      <ul class="govuk-list fd-ways">
        <li>
          <Link href={again}>Try GOV.UK One Login again</Link>
        </li>
        <li>
          <Link href={withBack('/account/sign-in/password', back)}>Sign in with a password</Link>
        </li>
        <li>
          <Link href={withBack('/account/register', back)}>Make an account</Link>
        </li>
      </ul>
      <Stuck council={shell.council} summary="I cannot sign in" />
    </PublicPage>
  );
}

interface OneLoginNamePageProps extends PublicShell {
  token: Record<string, string>;
  values?: Values;
  errors?: Errors;
}

/** GOV.UK One Login tells no name: one more fact makes the account. */
export function OneLoginNamePage({ token, values, errors, ...shell }: OneLoginNamePageProps) {
  return (
    <PublicPage {...shell} path="/account" title="What is your name?" search={false} errors={errors}>
      <Form action="/account/one-login/name" hidden={token}>
        <h1 class="govuk-heading-l">What is your name?</h1>
        <p class="govuk-body">
          You have no account with us yet. GOV.UK One Login does not tell us your name. Give it, and we make one.
        </p>
        <TextInput
          name="name"
          label="Your name"
          autocomplete="name"
          spellcheck={false}
          values={values}
          errors={errors}
        />
        <Button>Make my account</Button>
      </Form>
      <p class="govuk-body">
        You have an account with another email address? <Link href="/account/connect">Connect it instead</Link>.
      </p>
    </PublicPage>
  );
}
