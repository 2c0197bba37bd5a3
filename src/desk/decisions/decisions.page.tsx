import { RESULT_WORDS, sayDay, type ToDecideRow, type ToDecideSet } from '#modules/decisions';
import type { LateEvidence } from '#modules/evidence';
import { describeDue } from '#modules/promises';
import type { TeamName } from '#modules/staff';
import type { DeskShell } from '#platform/http/shell';
import { DeskPage, EmptyState, Filters, href, Link, Pagination, PromiseBadge, ScrollRegion, Select, Table } from '#ui';
import { shortDay, shortWhen } from '../../doors/when.ts';
import type { Choice, DecisionList, Listed } from './list.ts';

interface DecisionsProps {
  shell: DeskShell;
  teams: readonly TeamName[];
  choice: Choice;
  counts: Readonly<Record<DecisionList, number>>;
  listed: Listed;
  zone: string;
  now: Date;
}

const LIST_WORDS: Readonly<Record<DecisionList, string>> = {
  today: 'To decide today',
  second: 'For a second officer',
  reviews: 'To look at again',
  evidence: 'Late evidence',
};

const NOTHING: Readonly<Record<DecisionList, string>> = {
  today: 'Applications whose date is today, or has passed, stand here until they are decided.',
  second: 'Decisions that another officer must agree to before anything is sent stand here.',
  reviews: 'Decisions that a customer asked us to look at again stand here, each with its own date.',
  evidence: 'What did not come by its day, and of which the customer was reminded, stands here.',
};

/** What is to be decided, in four lists: each number opens its rows. */
export function DecisionsPage(props: DecisionsProps) {
  const { shell, teams, choice, counts, listed } = props;
  const address = (more: Readonly<Record<string, string>>) =>
    `/desk/decisions?${new URLSearchParams({ of: choice.of, which: choice.which, ...more }).toString()}`;
  return (
    <DeskPage {...shell} title="Decisions">
      <h1 class="govuk-heading-l">Decisions</h1>
      <ul class="fd-stats">
        {LISTS.map((which) => (
          <li key={which}>
            <a
              class="fd-stat"
              href={href(address({ which }))}
              aria-current={which === choice.which ? 'true' : undefined}
            >
              <span class="fd-stat__number">{counts[which]}</span>
              {LIST_WORDS[which]}
            </a>
          </li>
        ))}
      </ul>
      <Filters action="/desk/decisions">
        <Select name="of" label="Whose" value={choice.of} items={whose(teams)} />
        <Select
          name="which"
          label="Which"
          value={choice.which}
          items={LISTS.map((value) => ({ value, text: LIST_WORDS[value] }))}
        />
      </Filters>
      <h2 class="govuk-heading-m">{LIST_WORDS[choice.which]}</h2>
      {listed.rows.length === 0 ? (
        <EmptyState title="Nothing waits here">{NOTHING[choice.which]}</EmptyState>
      ) : (
        <Rows {...props} />
      )}
      {listed.next === null ? null : <Pagination next={{ href: address({ after: listed.next }) }} />}
    </DeskPage>
  );
}

const LISTS = Object.keys(LIST_WORDS) as DecisionList[];

function whose(teams: readonly TeamName[]) {
  const own = teams.filter(({ kind }) => kind === 'team').map(({ id, name }) => ({ value: id, text: name }));
  return [{ value: 'all', text: 'Every team' }, ...own];
}

const HEAD = ['Case', 'Service', 'Team', 'Owner'];

function Rows(props: DecisionsProps) {
  const { listed, choice } = props;
  return (
    <ScrollRegion label={LIST_WORDS[choice.which]}>
      {listed.which === 'evidence' ? (
        <Table
          class="fd-stack"
          head={[...HEAD, 'What', 'Was due', 'Reminded']}
          rows={listed.rows.map((row) => [...caseOf(row, 'evidence'), ...lateOf(row, props)])}
        />
      ) : (
        <Table
          class="fd-stack"
          head={[...HEAD, ...MORE[listed.which]]}
          rows={listed.rows.map((row) => [...caseOf(row, 'decision'), ...CELLS[listed.which](row, props)])}
        />
      )}
    </ScrollRegion>
  );
}

type Row = Pick<ToDecideRow, 'reference' | 'title' | 'team' | 'owner'>;
type At = Pick<DecisionsProps, 'zone' | 'now'>;

function caseOf({ reference, title, team, owner }: Row, part: string) {
  return [
    <Link key="case" href={`/desk/cases/${reference}#${part}`}>
      {reference}
    </Link>,
    { text: title, class: 'fd-wrap' },
    team,
    owner ?? 'Nobody yet',
  ];
}

const MORE: Readonly<Record<ToDecideSet, string[]>> = {
  today: ['Due'],
  second: ['Proposed', 'By', 'Since'],
  reviews: ['Why', 'Due'],
};

const CELLS: Readonly<Record<ToDecideSet, (row: ToDecideRow, at: At) => Parameters<typeof Table>[0]['rows'][number]>> =
  {
    today: (row, at) => [<Due key="due" at={row.at} {...at} />],
    second: ({ result, by, at }, { zone, now }) => [
      { text: result ? RESULT_WORDS[result] : '', class: 'fd-wrap' },
      by ?? '',
      shortWhen(at, zone, now),
    ],
    reviews: (row, at) => [
      { text: row.because === '' ? 'No reason given' : row.because, class: 'fd-wrap' },
      <Due key="due" at={row.at} {...at} />,
    ],
  };

function Due({ at, zone, now }: At & { at: Date }) {
  return <PromiseBadge state={at < now ? 'missed' : 'on-time'}>{describeDue(at, zone, now)}</PromiseBadge>;
}

function lateOf({ name, dueOn, remindedAt }: LateEvidence, { zone, now }: At) {
  return [{ text: name, class: 'fd-wrap' }, sayDay(dueOn), shortDay(remindedAt, zone, now)];
}
