import { type Errors, InsetText, Link, TextInput, type Values } from '#ui';
import type { OpenReport } from './on-report.ts';
import { beforeContact } from './report-steps.ts';
import { KeepAsItIs, StepPage } from './step-page.tsx';

interface ContactPageProps {
  report: OpenReport;
  values: Values;
  errors?: Errors;
  /** Something else is kept already, given in another window. */
  isKept?: boolean;
}

/** How can we tell you? */
export function ContactPage({ report, values, errors = {}, isKept = false }: ContactPageProps) {
  const mayBeAnonymous = report.service.anonymous;
  const optional = mayBeAnonymous ? ' (optional)' : '';
  const fields = { values, errors };
  return (
    <StepPage
      report={report}
      question="How can we tell you what happens?"
      back={beforeContact(report, report.paths)}
      errors={errors}
      after={isKept ? <KeepAsItIs report={report} /> : null}
      hint={
        mayBeAnonymous
          ? 'You can leave all of this empty. Then we cannot tell you when it is done, but you can look with your reference.'
          : 'Give an email address or a phone number, or both. We use them for this report only.'
      }
    >
      <FromAccount report={report} />
      <TextInput name="name" label={`Your name${optional}`} autocomplete="name" spellcheck={false} {...fields} />
      <TextInput
        name="email"
        label={`Email address${optional}`}
        type="email"
        autocomplete="email"
        spellcheck={false}
        {...fields}
      />
      <TextInput
        name="phone"
        label={`Phone number${optional}`}
        hint="We send a text to a mobile."
        type="tel"
        autocomplete="tel"
        width={20}
        {...fields}
      />
    </StepPage>
  );
}

/** Signed in, the fields are filled in and the report is kept in the account; otherwise there is a way to sign in, and back. */
function FromAccount({ report: { account, askingFor, paths } }: Pick<ContactPageProps, 'report'>) {
  if (askingFor) {
    const isOrganisation = askingFor.kind === 'owner' || askingFor.kind === 'user';
    if (isOrganisation)
      return <InsetText>You ask for {askingFor.name}. We write to the address that you give here.</InsetText>;
    return <InsetText>You ask for {askingFor.name}. We write to them, and to you if they said so.</InsetText>;
  }
  if (account) {
    return <InsetText>These are the details of your account. Change what is not right for this report.</InsetText>;
  }
  return (
    <p class="govuk-body">
      <Link href={`/account/sign-in?back=${encodeURIComponent(`${paths.base}/contact`)}`}>
        Sign in to use the details of your account
      </Link>
      , or go on without one.
    </p>
  );
}
