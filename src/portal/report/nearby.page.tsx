import type { NearbyCase } from '#modules/cases';
import { Button, Form, PublicPage } from '#ui';
import { NearbyList } from '../nearby-list.page.tsx';
import type { OpenReport } from './on-report.ts';
import { placeOf } from './place-of.ts';
import { placeQuestion } from './report-steps.ts';
import { ClearAnswers } from './step-page.tsx';

interface NearbyPageProps {
  report: OpenReport;
  nearby: readonly NearbyCase[];
}

/** Somebody may have reported it: see how theirs is going, or say that this is another. */
export function NearbyPage({ report, nearby }: NearbyPageProps) {
  const { service, paths, shell, hidden, directory } = report;
  const place = placeQuestion(service);
  const title = 'Has somebody told us already?';
  return (
    <PublicPage {...shell} title={title} back={place ? paths.question(place.id) : paths.base} search={false}>
      <span class="govuk-caption-l">{placeOf(report)?.text}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {nearby.length === 1 ? 'There is an open report' : 'There are open reports'} near this place. If one is what you
        see, follow it: you do not need to tell us again.
      </p>
      <NearbyList cases={nearby} zone={directory.config.profile.zone} />
      <Form action={paths.nearby} hidden={hidden}>
        <Button>None of these: go on</Button>
      </Form>
      <ClearAnswers report={report} />
    </PublicPage>
  );
}
