import { english } from '#modules/councils';
import { Link, PublicPage } from '#ui';
import type { OpenReport } from './on-report.ts';
import { placeQuestion } from './report-steps.ts';
import { ClearAnswers } from './step-page.tsx';

interface ElsewherePageProps {
  report: OpenReport;
  /** The council that looks after the place. */
  name: string;
  site: string | undefined;
}

/** The place is another council's: its name, its website, and a way to try another place. */
export function ElsewherePage({ report, name, site }: ElsewherePageProps) {
  const { service, paths, shell, directory } = report;
  const question = placeQuestion(service);
  const again = question ? paths.question(question.id) : paths.base;
  return (
    <PublicPage {...shell} title={`That place is in the area of ${name}`} back={again} search={false}>
      <span class="govuk-caption-l">{english(service.name)}</span>
      <h1 class="govuk-heading-l">That place is in the area of {name}</h1>
      <p class="govuk-body">
        {directory.config.profile.name} does not look after it, so we cannot put it right. Please tell {name}.
      </p>
      {site ? (
        <p class="govuk-body">
          <Link href={site}>Go to the website of {name}</Link>
        </p>
      ) : null}
      <p class="govuk-body">
        If you meant another place, <Link href={again}>enter it again</Link>.
      </p>
      <ClearAnswers report={report} />
    </PublicPage>
  );
}
