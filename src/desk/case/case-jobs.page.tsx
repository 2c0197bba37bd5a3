import { Link, Tag, type TagColour } from '#ui';
import { shortWhen } from '../when.ts';
import type { CasePageProps } from './case.page.tsx';

export const JOB_WORDS: Readonly<Record<string, [words: string, colour: TagColour]>> = {
  sent: ['Sent', 'blue'],
  accepted: ['Accepted', 'teal'],
  returned: ['Sent back', 'orange'],
  done: ['Done', 'green'],
  'not-done': ['Not done', 'red'],
  cancelled: ['Cancelled', 'grey'],
};

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

export function JobState({ state }: { state: string }) {
  const [words, colour] = JOB_WORDS[state] ?? [state, 'grey' as const];
  return <Tag colour={colour}>{words}</Tag>;
}
