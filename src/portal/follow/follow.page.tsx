import type { TrackedCase } from '#modules/cases';
import type { PublicShell } from '#platform/http/shell';
import { Link, PublicPage, QuestionPage, TextInput } from '#ui';

interface FollowPageProps extends PublicShell {
  report: TrackedCase;
  token: Record<string, string>;
  email?: string;
  error?: string;
}

/** Where shall we write to? */
export function FollowPage({ report, token, email = '', error, ...shell }: FollowPageProps) {
  const { reference, title, place } = report;
  const errors = error === undefined ? {} : { email: error };
  return (
    <QuestionPage
      {...shell}
      question="What is your email address?"
      caption={place ? `${title}, ${place}` : title}
      action={`/track/${reference}/follow`}
      back={`/track/${reference}`}
      hidden={token}
      errors={errors}
      search={false}
    >
      {(heading) => (
        <TextInput
          name="email"
          label={heading}
          hint="We tell you when something changes, and for nothing else. First we send one message, so that you can say that it is you."
          type="email"
          autocomplete="email"
          spellcheck={false}
          values={{ email }}
          errors={errors}
        />
      )}
    </QuestionPage>
  );
}

/** What to do now. It does not say the address: nobody knows yet whose it is. */
export function AskedPage({ report: { reference }, ...shell }: PublicShell & { report: TrackedCase }) {
  return (
    <PublicPage {...shell} title="Check your email" search={false}>
      <h1 class="govuk-heading-l">Check your email</h1>
      <p class="govuk-body">
        We are sending you a message about report {reference}. Open the link in it and press the button. You follow the
        report from then on.
      </p>
      <p class="govuk-body">It did not come? Look among your junk mail, and check that the address was right.</p>
      <p class="govuk-body">
        <Link href={`/track/${reference}`}>Back to the report</Link>
      </p>
    </PublicPage>
  );
}
