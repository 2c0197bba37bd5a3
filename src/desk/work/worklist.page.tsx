import { WORKLIST_FILTERS, type WorklistCounts, type WorklistFilter, type WorklistPage } from '#modules/cases';
import type { TeamName } from '#modules/staff';
import type { DeskShell } from '#platform/http/shell';
import { DeskPage, EmptyState, Filters, href, Link, Pagination, Select } from '#ui';
import { CaseTable } from './case-table.page.tsx';

export interface WorkChoice {
  /** Id of a team, `mine` or `all`. */
  of: string;
  filter: WorklistFilter;
}

interface WorklistProps {
  shell: DeskShell;
  found: WorklistPage;
  counts: WorklistCounts | null;
  teams: readonly TeamName[];
  choice: WorkChoice;
  /** The reader may tick cases and write to all of them at once. */
  writesToMany: boolean;
  zone: string;
  now: Date;
}

const FILTER_WORDS: Readonly<Record<WorklistFilter, string>> = {
  all: 'All open',
  today: 'Due today',
  overdue: 'Overdue',
  waiting: 'Waiting on others',
  unassigned: 'Nobody owns it',
  escalated: 'With the manager',
};

/** Open cases by their next promise, with what is due today, overdue, waiting and unowned. */
export function WorklistPageView({ shell, found, counts, teams, choice, writesToMany, zone, now }: WorklistProps) {
  const [first] = found.rows;
  const address = (more: Readonly<Record<string, string>>, path = '/desk/work') =>
    `${path}?${new URLSearchParams({ of: choice.of, filter: choice.filter, ...more }).toString()}`;
  const { next } = found;
  return (
    <DeskPage {...shell} title="Work" nextHref={first && `/desk/cases/${first.reference}`}>
      <h1 class="govuk-heading-l">Work</h1>
      {counts ? <Counts counts={counts} of={choice.of} /> : null}
      <Filters action="/desk/work">
        <Select name="of" label="Whose" value={choice.of} items={whose(teams)} />
        <Select
          name="filter"
          label="Which"
          value={choice.filter}
          items={WORKLIST_FILTERS.map((filter) => ({ value: filter, text: FILTER_WORDS[filter] }))}
        />
      </Filters>
      {found.rows.length === 0 ? (
        <EmptyState title="No cases are here">Choose another team, or show all open cases.</EmptyState>
      ) : (
        <>
          <CaseTable rows={found.rows} canTick={writesToMany} zone={zone} now={now} />
          <p class="govuk-body">
            <Link href={address({}, '/desk/work.csv')}>Download these as CSV</Link>
          </p>
        </>
      )}
      {next ? (
        <Pagination next={{ href: address({ after: `${next.dueAt?.getTime() ?? 'none'}.${next.id}` }) }} />
      ) : null}
    </DeskPage>
  );
}

function whose(teams: readonly TeamName[]) {
  const own = teams.filter(({ kind }) => kind === 'team').map(({ id, name }) => ({ value: id, text: name }));
  return [{ value: 'mine', text: 'Mine' }, { value: 'all', text: 'Every team' }, ...own];
}

/** What a team has before it: each number opens its rows. */
export function Counts({ counts, of }: { counts: WorklistCounts; of: string }) {
  const look: Partial<Record<WorklistFilter, string>> = { today: ' fd-stat--warn', overdue: ' fd-stat--error' };
  return (
    <ul class="fd-stats">
      {WORKLIST_FILTERS.map((filter) => (
        <li key={filter}>
          <a class={`fd-stat${look[filter] ?? ''}`} href={href(`/desk/work?of=${of}&filter=${filter}`)}>
            <span class="fd-stat__number">{counts[filter]}</span>
            {FILTER_WORDS[filter]}
          </a>
        </li>
      ))}
    </ul>
  );
}
