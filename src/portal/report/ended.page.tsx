import type { PublicShell } from '#platform/http/shell';
import { Button, Form, Link, PublicPage } from '#ui';
import type { ReportPaths } from './report-paths.ts';

interface EndedPageProps extends PublicShell {
  paths: ReportPaths;
  token: Record<string, string>;
}

/** The answers of this report are no longer there. */
export function EndedPage({ paths, token, ...shell }: EndedPageProps) {
  return (
    <PublicPage {...shell} title="Your answers were cleared">
      <h1 class="govuk-heading-l">Your answers were cleared</h1>
      <p class="govuk-body">
        We clear a report when nobody has gone on with it for 4 hours, or when a new one was started on this computer.
        We do this so that nobody else can read your answers. Nothing was sent to us.
      </p>
      <p class="govuk-body">
        If you were signed in, your answers are still in <Link href="/account">My Account</Link>.
      </p>
      <Form action={paths.base} hidden={token}>
        <Button preventDoubleClick>Start again</Button>
      </Form>
    </PublicPage>
  );
}
