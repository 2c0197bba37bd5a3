import type { PublicShell } from '#platform/http/shell';
import { Link, PublicPage } from '#ui';
import type { ReportPaths } from './report-paths.ts';

/** Nothing of the report is left on this computer. */
export function ClearedPage({ paths, ...shell }: PublicShell & { paths: ReportPaths }) {
  return (
    <PublicPage {...shell} title="Your answers are cleared">
      <h1 class="govuk-heading-l">Your answers are cleared</h1>
      <p class="govuk-body">
        Nothing that you typed is left on this computer. A report that you have sent stays with us: keep its reference.
      </p>
      <p class="govuk-body">
        <Link href={paths.service}>Back to the service</Link>, or <Link href="/">go to the home page</Link>.
      </p>
    </PublicPage>
  );
}
