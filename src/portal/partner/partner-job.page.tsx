import { type CouncilFace, InsetText, PlainPage } from '#ui';
import { JobFacts, type JobFactsProps, JobLog, JobPhotos } from '../../doors/job-sheet/job-facts.page.tsx';
import { JobForms, type JobFormsProps } from '../../doors/job-sheet/job-forms.page.tsx';
import { JobState } from '../../doors/job-sheet/job-words.tsx';

interface PartnerJobPageProps extends JobFactsProps, Omit<JobFormsProps, 'sheet' | 'path'> {
  council: CouncilFace;
}

/** One job for a partner's crew: what, where and by when first, then what they can say, then what was said. */
export function PartnerJobPage(props: PartnerJobPageProps) {
  const { council, sheet, errors } = props;
  return (
    <PlainPage council={council} title={`Job ${sheet.sheet}: ${sheet.title}`} errors={errors}>
      <span class="govuk-caption-l">
        Job {sheet.sheet} for {sheet.team.name}
      </span>
      <h1 class="govuk-heading-l" id="job">
        {sheet.title} <JobState state={sheet.state} />
      </h1>
      {sheet.state === 'cancelled' ? <CalledBack /> : <Sheet {...props} />}
    </PlainPage>
  );
}

/** Nobody needs to know any more who lives where. */
function CalledBack() {
  return (
    <InsetText>
      We have called this job back. There is nothing left to do, so please do not go. If you have done it already, call
      us.
    </InsetText>
  );
}

const NOW: Readonly<Record<string, string>> = {
  done: 'You told us that this is done. Thank you. You can still add a note or a photo.',
  'not-done': 'You told us that this could not be done. You can still add a note or a photo.',
  returned: 'You sent this back. We decide who does it. Until then it is still open, and you can take it on.',
};

function Sheet(props: PartnerJobPageProps) {
  const said = NOW[props.sheet.state];
  return (
    <>
      {said === undefined ? null : <InsetText>{said}</InsetText>}
      <JobFacts {...props} />
      <JobPhotos {...props} />
      <JobForms {...props} />
      <JobLog {...props} />
      <p class="govuk-body-s">This page is for this job alone. Please do not pass its address on.</p>
    </>
  );
}

/** The same words whatever the reason: a wrong link learns nothing, and a crew learns what to do. */
export function LinkEndedPage({ council }: { council: CouncilFace }) {
  return (
    <PlainPage council={council} title="This link does not open a job">
      <h1 class="govuk-heading-l">This link does not open a job</h1>
      <p class="govuk-body">
        A link works for 30 days, and until the job is given to somebody else or a new link is sent. Check that you
        copied all of it, or open the newest email about the job.
      </p>
      <p class="govuk-body">
        If you still have the job, ask whoever signed that email to send you a new link
        {council.phone ? `, or call us on ${council.phone}` : ''}. Give them the number of the job sheet.
      </p>
    </PlainPage>
  );
}
