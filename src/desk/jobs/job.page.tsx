import type { DeskShell } from '#platform/http/shell';
import { DeskPage, Link } from '#ui';
import { JobFacts, type JobFactsProps, JobLog, JobPhotos } from '../../doors/job-sheet/job-facts.page.tsx';
import { JobForms, type JobFormsProps } from '../../doors/job-sheet/job-forms.page.tsx';
import { JobState } from '../../doors/job-sheet/job-words.tsx';

interface JobPageProps extends JobFactsProps, Omit<JobFormsProps, 'sheet' | 'path'> {
  shell: DeskShell;
  /** The reader may open the case itself; a partner may not. */
  seesCase: boolean;
}

/** One job sheet, to work from and to print. */
export function JobPage(props: JobPageProps) {
  const { shell, sheet, errors, seesCase } = props;
  return (
    <DeskPage {...shell} title={`Job ${sheet.sheet}: ${sheet.title}`} errors={errors}>
      <h1 class="govuk-heading-l" id="job">
        {sheet.title} <JobState state={sheet.state} />
      </h1>
      <p class="govuk-body">
        Job sheet <strong>{sheet.sheet}</strong> · {sheet.service}
        {seesCase ? (
          <span class="fd-no-print">
            {' '}
            · <Link href={`/desk/cases/${sheet.reference}`}>Open the case</Link>
          </span>
        ) : null}
      </p>
      <div class="fd-columns">
        <section class="fd-panel" aria-label="Job sheet">
          <JobFacts {...props} />
          <JobPhotos {...props} />
          <div class="fd-print-only">
            <p>Done at (date and time): ____________________ By: ____________________</p>
            <p>What was done: ______________________________________________________</p>
          </div>
        </section>
        <section class="fd-panel" aria-label="How it goes">
          <JobForms {...props} />
          <JobLog {...props} />
        </section>
      </div>
    </DeskPage>
  );
}
