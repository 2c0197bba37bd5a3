import { type Errors, TextInput, type Values } from '#ui';
import type { OpenReport } from './on-report.ts';
import { lastQuestionPage } from './report-steps.ts';
import { StepPage } from './step-page.tsx';

interface ContactPageProps {
  report: OpenReport;
  values: Values;
  errors?: Errors;
}

/** How can we tell you? */
export function ContactPage({ report, values, errors = {} }: ContactPageProps) {
  const mayBeAnonymous = report.service.anonymous;
  const optional = mayBeAnonymous ? ' (optional)' : '';
  const fields = { values, errors };
  return (
    <StepPage
      report={report}
      question="How can we tell you what happens?"
      back={lastQuestionPage(report, report.paths)}
      errors={errors}
      hint={
        mayBeAnonymous
          ? 'You can leave all of this empty. Then we cannot tell you when it is done, but you can look with your reference.'
          : 'Give an email address or a phone number, or both. We use them for this report only.'
      }
    >
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
