import { Link } from '#ui';
import { JobState } from '../../doors/job-sheet/job-words.tsx';
import { shortWhen } from '../../doors/when.ts';
import type { CasePageProps } from './case-page-props.ts';

/** The job sheets of the case with what those who do the work have said. */
export function CaseJobs({ view, directory, now }: CasePageProps) {
  const { zone } = directory.config.profile;
  return (
    <section class="fd-panel" aria-labelledby="jobs-title">
      <h2 class="govuk-heading-m" id="jobs-title">
        Jobs <span class="fd-count">{view.jobs.length}</span>
      </h2>
      <ul class="fd-rows">
        {view.jobs.map((job) => (
          <li key={job.id} class="fd-rows__row">
            <Link class="fd-rows__main" href={`/desk/jobs/${job.id}`}>
              {job.title}
            </Link>
            <JobState state={job.state} />
            <span class="fd-mute">
              {[job.team, job.assignedTo, job.dueAt ? `due ${shortWhen(job.dueAt, zone, now)}` : null]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {job.entries
              .filter(({ note }) => note)
              .map(({ at, note, byName }) => (
                <span key={at.toISOString()}>
                  {byName}, {shortWhen(at, zone, now)}: {note}
                </span>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
