import type { CaseSummary } from '#modules/cases';
import { english } from '#modules/councils';
import type { PublicShell } from '#platform/http/shell';
import { Button, ConfirmationPanel, Form, Link, PublicPage } from '#ui';
import type { Directory } from '../directory.ts';
import { sayOwner } from '../say-owner.ts';
import { sayPromise } from '../say-promise.ts';
import type { ReportPaths } from './report-paths.ts';

interface SentPageProps extends PublicShell {
  opened: CaseSummary;
  directory: Directory;
  paths: ReportPaths;
  token: Record<string, string>;
  now: Date;
}

const WE_HAVE = { apply: 'We have your application', tell: 'We have what you told us' } as const;

/** It is sent: the reference to keep, the promise with its date, who owns it, what happens next, how to add to it. */
export function SentPage({ opened, directory, paths, token, now, ...shell }: SentPageProps) {
  const service = directory.catalogue.services.get(opened.serviceSlug)?.service;
  const title = service?.kind === 'application' ? WE_HAVE[service.act] : 'We have your report';
  const track = `/track/${opened.reference}`;
  return (
    <PublicPage {...shell} title={title} search={false}>
      <ConfirmationPanel title={title} reference={opened.reference} />
      <h2 class="govuk-heading-m">What we promise</h2>
      <ul class="govuk-list govuk-list--bullet">
        {opened.promises.map(({ id, standard, dueAt }) => (
          <li key={id}>{sayPromise(directory, { standard: standard.slug, dueAt }, now)}</li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">Who deals with it</h2>
      <p class="govuk-body">{sayOwner(directory.config, opened)}</p>
      <h2 class="govuk-heading-m">What happens next</h2>
      <p class="govuk-body">{service ? english(service.words.next) : null}</p>
      <p class="govuk-body">
        <Link href={track}>See how it is going, or tell us more</Link>. Write down your reference: you need it for that.
        If you gave us an email address or a mobile number, we write to you when something changes.
      </p>
      <p class="govuk-body">
        <Link href={`/services/${opened.serviceSlug}/feedback?from=sent`}>Tell us how this went</Link> (it takes a
        minute)
      </p>
      <Form action={paths.clearance} hidden={token} class="fd-clear-answers">
        <p class="govuk-body">If other people use this computer:</p>
        <Button look="secondary">Finish and clear</Button>
      </Form>
    </PublicPage>
  );
}
