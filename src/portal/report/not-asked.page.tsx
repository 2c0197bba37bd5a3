import { english } from '#modules/councils';
import { ButtonLink, PublicPage, SummaryList } from '#ui';
import type { OpenReport } from './on-report.ts';
import { ClearAnswers } from './step-page.tsx';

interface NotAskedPageProps {
  report: OpenReport;
  /** What was typed, question by question. */
  typed: readonly { question: string; words: string }[];
}

/** What was typed on a page that the answers do not lead to any more. */
export function NotAskedPage({ report, typed }: NotAskedPageProps) {
  const { service, paths, shell } = report;
  return (
    <PublicPage {...shell} title="We do not need this answer now" search={false}>
      <span class="govuk-caption-l">{english(service.name)}</span>
      <h1 class="govuk-heading-l">We do not need this answer now</h1>
      <p class="govuk-body">
        You changed an earlier answer in another window, so this is not asked any more. We did not keep what you typed:
      </p>
      <SummaryList
        rows={typed.map(({ question, words }) => ({ key: question, value: <span class="fd-typed">{words}</span> }))}
      />
      <p class="govuk-body">If we should know it, go back and change the earlier answer. Then we ask you again.</p>
      <ButtonLink href={paths.goOn}>Go on with the form</ButtonLink>
      <ClearAnswers report={report} />
    </PublicPage>
  );
}
