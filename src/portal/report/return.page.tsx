import type { PublicShell } from '#platform/http/shell';
import { Link, PublicPage, QuestionPage, TextInput } from '#ui';

interface ReturnPageProps extends PublicShell {
  token: Record<string, string>;
  email: string;
  error?: string | undefined;
}

/** Who comes back? The address that the link was sent to. */
export function ReturnPage({ token, email, error, ...shell }: ReturnPageProps) {
  const errors = error === undefined ? {} : { email: error };
  return (
    <QuestionPage {...shell} question="Go on with your saved form" hidden={token} search={false} errors={errors}>
      <p class="govuk-body">This keeps your answers safe if somebody else finds the link.</p>
      <TextInput
        name="email"
        label="The email address that we sent the link to"
        type="email"
        autocomplete="email"
        spellcheck={false}
        value={email}
        errors={errors}
      />
    </QuestionPage>
  );
}

export function NoWayBackPage(shell: PublicShell) {
  return (
    <PublicPage {...shell} title="This link does not work any more" search={false}>
      <h1 class="govuk-heading-l">This link does not work any more</h1>
      <p class="govuk-body">
        We keep saved answers for some weeks only. Then we delete them, so that nobody else can read them.
      </p>
      <p class="govuk-body">
        You can <Link href="/services">start again</Link>, or <Link href="/contact">ask us to help you</Link>.
      </p>
    </PublicPage>
  );
}

export function AlreadySentPage(shell: PublicShell) {
  return (
    <PublicPage {...shell} title="You have sent this form" search={false}>
      <h1 class="govuk-heading-l">You have sent this form</h1>
      <p class="govuk-body">
        We have it. Your reference is in the message that we sent you then. With it you can{' '}
        <Link href="/track">see how it is going</Link>.
      </p>
      <p class="govuk-body">
        Do you have no reference? <Link href="/contact">Ask us</Link>.
      </p>
    </PublicPage>
  );
}
