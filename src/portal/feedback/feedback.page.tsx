import { english } from '#modules/councils';
import { MOST_WORDS } from '#modules/feedback';
import type { ServiceDefinition } from '#modules/services';
import type { PublicShell } from '#platform/http/shell';
import { Button, type Errors, Form, Link, PublicPage, Radios, Textarea, type Values } from '#ui';

interface FeedbackPageProps extends PublicShell {
  service: ServiceDefinition;
  /** They come from the page after something was sent. */
  isSent: boolean;
  token: Record<string, string>;
  values: Values;
  errors: Errors;
}

const SCORES = [
  { value: '5', text: 'Very well' },
  { value: '4', text: 'Well' },
  { value: '3', text: 'Neither well nor badly' },
  { value: '2', text: 'Badly' },
  { value: '1', text: 'Very badly' },
];

/** "Tell us how this went": five choices, and words for whoever has some. */
export function FeedbackPage({ service, isSent, token, values, errors, ...shell }: FeedbackPageProps) {
  const name = english(service.name);
  const path = `/services/${service.slug}`;
  return (
    <PublicPage {...shell} title={`How did it go? ${name}`} search={false} back={path} errors={errors}>
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">How did it go?</h1>
      <p class="govuk-body">
        The people who run this service read it. We do not publish it, we do not keep who you are, and we cannot answer
        it. If you want an answer, <Link href="/contact">contact us</Link>.
      </p>
      <Form action={`${path}/feedback`} hidden={{ ...token, from: isSent ? 'sent' : 'page' }}>
        <Radios name="score" legend="How well did this work for you?" items={SCORES} values={values} errors={errors} />
        <Textarea
          name="words"
          label="What could we do better? (optional)"
          hint={`Leave out names, addresses and numbers. ${MOST_WORDS.toLocaleString('en-GB')} characters at most.`}
          rows={5}
          values={values}
          errors={errors}
        />
        <Button preventDoubleClick>Send</Button>
      </Form>
    </PublicPage>
  );
}

interface ThanksPageProps extends PublicShell {
  service: ServiceDefinition;
}

/** It has arrived. */
export function FeedbackThanksPage({ service, ...shell }: ThanksPageProps) {
  return (
    <PublicPage {...shell} title="Thank you" search={false}>
      <h1 class="govuk-heading-l">Thank you</h1>
      <p class="govuk-body">The people who run this service read what you wrote.</p>
      <p class="govuk-body">
        <Link href={`/services/${service.slug}`}>Back to {english(service.name)}</Link>
      </p>
    </PublicPage>
  );
}
