import { english } from '#modules/councils';
import { Button, ButtonLink, type Errors, Form, PublicPage, TextInput, type Values } from '#ui';
import { fillWords } from './fill-words.ts';
import type { OpenReport } from './on-report.ts';
import type { IncidentHere } from './open-incident-here.ts';
import { placeOf } from './place-of.ts';
import { placeQuestion } from './report-steps.ts';
import { ClearAnswers, StepPage } from './step-page.tsx';

interface IncidentPageProps {
  report: OpenReport;
  incident: IncidentHere;
}

/** "We know about this": what happened and by when it is put right, before anything more is asked. */
export function IncidentPage({ report, incident }: IncidentPageProps) {
  const { service, paths, shell, hidden } = report;
  const place = placeQuestion(service);
  return (
    <PublicPage
      {...shell}
      title="We know about this"
      back={place ? paths.question(place.id) : paths.base}
      search={false}
    >
      <span class="govuk-caption-l">{placeOf(report)?.text}</span>
      <h1 class="govuk-heading-l">We know about this</h1>
      <div class="govuk-inset-text fd-typed">{incident.message}</div>
      <p class="govuk-body">{whatWeDo(report, incident)}</p>
      <ButtonLink href={`${paths.incident}/join`}>Tell me when it is over</ButtonLink>
      {incident.mayGoOn ? (
        <Form action={paths.incident} hidden={hidden}>
          <Button look="secondary">My problem is another one: go on</Button>
        </Form>
      ) : null}
      <ClearAnswers report={report} />
    </PublicPage>
  );
}

/** The service's own words for such an incident, with the date of this one. */
function whatWeDo({ service }: OpenReport, { due }: IncidentHere): string {
  const told = service.facts.find(({ fact }) => fact === 'incident');
  if (told) return fillWords(english(told.say), { due: due ?? 'soon' });
  return due ? `We expect to have put it right ${due}. You do not need to report it.` : 'You do not need to report it.';
}

interface JoinPageProps {
  report: OpenReport;
  values: Values;
  errors: Errors;
}

/** How can we tell you? */
export function JoinPage({ report, values, errors }: JoinPageProps) {
  const fields = { values, errors };
  return (
    <StepPage
      report={report}
      question="How can we tell you when it is over?"
      back={report.paths.incident}
      errors={errors}
      hint="Give an email address or a phone number, or both. We use them for this alone."
      continueText="Tell me when it is over"
    >
      <TextInput name="name" label="Your name (optional)" autocomplete="name" spellcheck={false} {...fields} />
      <TextInput name="email" label="Email address" type="email" autocomplete="email" spellcheck={false} {...fields} />
      <TextInput
        name="phone"
        label="Phone number"
        hint="We send a text to a mobile."
        type="tel"
        autocomplete="tel"
        width={20}
        {...fields}
      />
    </StepPage>
  );
}

interface JoinedPageProps {
  report: OpenReport;
  /** Undefined when it was over in the meantime. */
  incident: IncidentHere | undefined;
}

/** What happens next. */
export function JoinedPage({ report, incident }: JoinedPageProps) {
  return (
    <PublicPage {...report.shell} title="We tell you when it is over" search={false}>
      <h1 class="govuk-heading-l">We tell you when it is over</h1>
      {incident?.due ? <p class="govuk-body">We promised to put it right {incident.due}.</p> : null}
      <p class="govuk-body">
        You do not need to report it or to call. If it is over for others and not for you, report it then.
      </p>
      {incident ? <p class="govuk-body">If you contact us about it, say {incident.reference}.</p> : null}
      <ClearAnswers report={report} />
    </PublicPage>
  );
}
