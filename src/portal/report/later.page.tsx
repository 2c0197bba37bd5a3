import { english } from '#modules/councils';
import { sayUntil } from '#modules/forms';
import { Button, Checkboxes, type Errors, Form, Link, PublicPage, TextInput, type Values } from '#ui';
import type { OpenReport } from './on-report.ts';
import { nextPage } from './report-steps.ts';
import { ClearAnswers } from './step-page.tsx';

interface LaterPageProps {
  report: OpenReport;
  values: Values;
  errors: Errors;
}

/** Where to send the way back, and whether somebody may call when the form is left. */
export function LaterPage({ report, values, errors }: LaterPageProps) {
  const { paths, directory, service } = report;
  const { keptDays } = directory.config.profile.settings.savedForms;
  return (
    <PublicPage
      {...report.shell}
      title="Save and come back later"
      back={nextPage(report, paths)}
      search={false}
      errors={errors}
    >
      <span class="govuk-caption-l">{english(service.name)}</span>
      <h1 class="govuk-heading-l">Save and come back later</h1>
      <p class="govuk-body">
        We send you a link to go on where you stop. We keep your answers for {keptDays} days. Then we delete them.
      </p>
      <Form action={paths.later} hidden={report.hidden}>
        <TextInput
          name="email"
          label="Email address"
          hint="You need this address when you come back."
          type="email"
          autocomplete="email"
          spellcheck={false}
          values={values}
          errors={errors}
        />
        <Checkboxes
          name="call"
          legend={{ text: 'Do you want us to call you if you do not finish?', size: 'm' }}
          hint="We call once, to see if we can help."
          items={[{ value: 'yes', text: 'Yes, you may call me' }]}
          values={values}
          errors={errors}
        />
        <TextInput
          name="name"
          label="Who we should ask for (if we may call)"
          autocomplete="name"
          spellcheck={false}
          values={values}
          errors={errors}
        />
        <TextInput
          name="phone"
          label="Phone number (if we may call)"
          type="tel"
          autocomplete="tel"
          width={20}
          values={values}
          errors={errors}
        />
        <Button preventDoubleClick>Save and send me the link</Button>
      </Form>
    </PublicPage>
  );
}

/** It is saved; a mistyped address can be put right while the form is still open here. */
export function KeptPage({ report, savedTo }: { report: OpenReport; savedTo: string }) {
  const { paths, draft, directory } = report;
  const { zone } = directory.config.profile;
  return (
    <PublicPage {...report.shell} title="Your answers are saved" search={false}>
      <h1 class="govuk-heading-l">Your answers are saved</h1>
      <p class="govuk-body">
        We are sending a link to <strong class="fd-typed">{savedTo}</strong>. We keep your answers until{' '}
        {sayUntil(draft.expiresAt, zone)}.
      </p>
      <p class="govuk-body">
        Is the address wrong? <Link href={paths.later}>Change it and send the link again</Link>. Do you see no message?
        Look among your unwanted mail.
      </p>
      <p class="govuk-body">
        You can also <Link href={nextPage(report, paths)}>go on with the form now</Link>.
      </p>
      <h2 class="govuk-heading-m">If other people use this computer</h2>
      <p class="govuk-body">Close it here. Your answers stay saved, and your link still works.</p>
      <ClearAnswers report={report} words="Close it on this computer" />
    </PublicPage>
  );
}
