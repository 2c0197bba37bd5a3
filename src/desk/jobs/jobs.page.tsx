import type { JobCounts, TeamJob, teamJobs } from '#modules/cases';
import { describeDue } from '#modules/promises';
import type { TeamName } from '#modules/staff';
import type { DeskShell } from '#platform/http/shell';
import { DeskPage, EmptyState, Filters, href, Link, Pagination, PromiseBadge, ScrollRegion, Select, Table } from '#ui';
import { JobState } from '../../doors/job-sheet/job-words.tsx';

export const JOB_FILTERS = ['all', 'new', 'overdue', 'returned'] as const;
type JobFilter = (typeof JOB_FILTERS)[number];
const FILTER_WORDS: Readonly<Record<JobFilter, string>> = {
  all: 'All open',
  new: 'Not accepted yet',
  overdue: 'Overdue',
  returned: 'Sent back',
};

interface JobsPageProps {
  shell: DeskShell;
  found: Awaited<ReturnType<typeof teamJobs>>;
  counts: JobCounts;
  teams: readonly TeamName[];
  chosen: TeamName | null;
  filter: JobFilter;
  isFirst: boolean;
  zone: string;
  now: Date;
}

/** The job sheets of one team or partner, the soonest due first. */
export function JobsPage(props: JobsPageProps) {
  const { shell, found, chosen } = props;
  const [first] = found.jobs;
  return (
    <DeskPage {...shell} title="Jobs" nextHref={first && `/desk/jobs/${first.id}`}>
      <h1 class="govuk-heading-l">{chosen ? `Jobs of ${chosen.name}` : 'Jobs'}</h1>
      {chosen ? <Counts {...props} chosen={chosen} /> : null}
      {chosen ? <Choose {...props} chosen={chosen} /> : null}
      {found.jobs.length === 0 ? <NoJobs {...props} /> : <JobTable {...props} />}
      <Pages {...props} />
    </DeskPage>
  );
}

function Choose({ teams, chosen, filter }: JobsPageProps & { chosen: TeamName }) {
  if (teams.length < 2) return null;
  return (
    <Filters action="/desk/jobs">
      <Select
        name="team"
        label="Team or partner"
        value={chosen.slug}
        items={teams.map(({ slug, name }) => ({ value: slug, text: name }))}
      />
      <Select
        name="state"
        label="Which"
        value={filter}
        items={JOB_FILTERS.map((one) => ({ value: one, text: FILTER_WORDS[one] }))}
      />
    </Filters>
  );
}

function Pages({ found: { next }, isFirst, ...choice }: JobsPageProps) {
  if (!next && isFirst) return null;
  const path = address(choice);
  return (
    <Pagination
      previous={isFirst ? undefined : { href: path, text: 'Back to the first' }}
      next={next ? { href: `${path}&after=${next.dueAt?.getTime() ?? 'none'}.${next.id}` } : undefined}
    />
  );
}

function address({ chosen, filter }: Pick<JobsPageProps, 'chosen' | 'filter'>): string {
  return `/desk/jobs?team=${chosen?.slug ?? ''}&state=${filter}`;
}

function Counts({ counts, chosen, filter }: JobsPageProps & { chosen: TeamName }) {
  return (
    <ul class="fd-stats">
      {JOB_FILTERS.map((one) => (
        <li key={one}>
          <a
            class={`fd-stat${one === 'overdue' && counts.overdue > 0 ? ' fd-stat--error' : ''}`}
            href={href(address({ chosen, filter: one }))}
            aria-current={one === filter ? 'true' : undefined}
          >
            <span class="fd-stat__number">{counts[one]}</span> {FILTER_WORDS[one]}
          </a>
        </li>
      ))}
    </ul>
  );
}

function NoJobs({ chosen, filter }: JobsPageProps) {
  if (!chosen) return <EmptyState title="You are in no team, so no jobs are yours">Ask an administrator.</EmptyState>;
  if (filter === 'all') return <EmptyState title={`${chosen.name} has no open jobs`} />;
  return (
    <EmptyState title="No job is like that now">
      <Link href={address({ chosen, filter: 'all' })}>Show all open jobs</Link>
    </EmptyState>
  );
}

function JobTable({ found, zone, now }: JobsPageProps) {
  return (
    <ScrollRegion label="Job sheets">
      <Table
        class="fd-stack"
        head={['Due', 'Job', 'Where', 'State', 'With', 'Sheet']}
        rows={found.jobs.map((job) => [
          <Due key="due" job={job} zone={zone} now={now} />,
          {
            text: <Link href={`/desk/jobs/${job.id}`}>{job.title}</Link>,
            class: 'fd-wrap',
          },
          { text: placeOf(job), class: 'fd-wrap' },
          <JobState key="state" state={job.state} />,
          job.assignedTo ?? '',
          job.sheet,
        ])}
      />
    </ScrollRegion>
  );
}

function placeOf({ place, postcode }: TeamJob): string {
  return [place, postcode && !place?.includes(postcode) ? postcode : null].filter(Boolean).join(', ');
}

function Due({ job: { dueAt, isOverdue }, zone, now }: { job: TeamJob; zone: string; now: Date }) {
  if (!dueAt) return <>no date</>;
  return <PromiseBadge state={isOverdue ? 'missed' : 'on-time'}>{describeDue(dueAt, zone, now)}</PromiseBadge>;
}
