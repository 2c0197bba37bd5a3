import type { ContactsOfDay, DayFigures, DayRows, DaySet } from '#modules/insight';
import type { DeskShell } from '#platform/http/shell';
import { CountedHeading, DeskPage, EmptyState, Link, Pagination, ScrollRegion, Table, type TableProps } from '#ui';
import { shortWhen } from '../../doors/when.ts';
import { sayDate } from '../../portal/say-when.ts';
import { ACT_WORDS, CAUSE_WORDS, CHANNEL_WORDS, CONTACT_REASON_WORDS } from '../words.ts';
import { pounds } from './pounds.ts';
import { addressOf, SET_WORDS } from './today-words.ts';

interface TodayRowsPageProps {
  shell: DeskShell;
  figures: DayFigures;
  set: DaySet;
  contacts: ContactsOfDay;
  /** One more than a page where there is a following one. */
  found: DayRows;
  pageSize: number;
  zone: string;
  now: Date;
}

/** The rows behind one number of a day. */
export function TodayRowsPage(props: TodayRowsPageProps) {
  const { shell, figures, set, contacts, found, pageSize } = props;
  const path = `/desk/today/${set}`;
  const last = found.rows.length > pageSize ? found.rows[pageSize - 1] : undefined;
  const title = `${SET_WORDS[set][0]?.toUpperCase() ?? ''}${SET_WORDS[set].slice(1)}`;
  return (
    <DeskPage {...shell} title={title}>
      <p class="govuk-body">
        <Link href={addressOf(figures)}>{`${sayDate(figures.date)} ${figures.date.slice(0, 4)}`}</Link>
      </p>
      <CountedHeading level={1} size="l" count={totalOf(props)}>
        {title}
        {partWords(contacts)}
      </CountedHeading>
      {found.rows.length === 0 ? (
        <EmptyState title="There are none" />
      ) : (
        <ScrollRegion label={title}>
          <Table {...tableOf(props)} />
        </ScrollRegion>
      )}
      {last ? (
        <Pagination
          next={{ href: addressOf(figures, path, { ...contacts, after: `${last.at.getTime()}.${last.id}` }) }}
        />
      ) : null}
      <p class="fd-mute">
        <Link href={addressOf(figures, `${path}/rows.csv`, { ...contacts })}>Save all of these as CSV</Link>
      </p>
    </DeskPage>
  );
}

function totalOf({ figures, set, contacts: { channel, direction } }: TodayRowsPageProps): number {
  if (set !== 'contacts') return figures[set];
  return figures.contacts
    .filter((line) => (channel ?? line.channel) === line.channel && (direction ?? line.direction) === line.direction)
    .reduce((sum, { count }) => sum + count, 0);
}

function partWords({ channel, direction }: ContactsOfDay): string {
  const way = direction === 'in' ? ', to us' : direction === 'out' ? ', from us' : '';
  return `${channel === undefined ? '' : `, ${channelWords(channel).toLowerCase()}`}${way}`;
}

function tableOf({ found, pageSize, zone, now }: TodayRowsPageProps): Pick<TableProps, 'head' | 'rows'> {
  const when = (at: Date) => shortWhen(at, zone, now);
  switch (found.of) {
    case 'contacts':
      return {
        head: ['When', 'Channel', 'About', 'Cases', 'By', { text: 'Cost', numeric: true }],
        rows: found.rows
          .slice(0, pageSize)
          .map((row) => [
            when(row.at),
            `${channelWords(row.channel)} ${row.direction}, ${row.handled === 'person' ? 'by a person' : 'automatic'}`,
            aboutWords(row.about, row.avoidableCause),
            row.references.map((reference) => <CaseLink key={reference} reference={reference} />),
            row.staff ?? '',
            { text: pounds(row.pence), numeric: true },
          ]),
      };
    case 'cases':
      return {
        head: ['When', 'Case', 'Service', 'Team', 'Channel', 'State'],
        rows: found.rows
          .slice(0, pageSize)
          .map((row) => [
            when(row.at),
            <CaseLink reference={row.reference} />,
            row.title,
            row.team,
            channelWords(row.channel),
            row.stage,
          ]),
      };
    case 'promises':
      return {
        head: ['Decided', 'Case', 'Promise', 'Due', 'Team'],
        rows: found.rows
          .slice(0, pageSize)
          .map((row) => [
            when(row.at),
            row.reference === null || !row.isCase ? (row.reference ?? '') : <CaseLink reference={row.reference} />,
            row.what,
            when(row.dueAt),
            row.team ?? '',
          ]),
      };
  }
}

function CaseLink({ reference }: { reference: string }) {
  return (
    <>
      <Link href={`/desk/cases/${reference}`}>{reference}</Link>{' '}
    </>
  );
}

function channelWords(channel: string): string {
  return channel in CHANNEL_WORDS ? CHANNEL_WORDS[channel as keyof typeof CHANNEL_WORDS] : channel;
}

const ABOUT_WORDS: Readonly<Record<string, string>> = { ...ACT_WORDS, ...CONTACT_REASON_WORDS };

function aboutWords(about: readonly string[], cause: string | null): string {
  const words = about.map((one) => ABOUT_WORDS[one] ?? one.replaceAll('-', ' ')).join(', ');
  const why = cause === null ? '' : ` (avoidable: ${CAUSE_WORDS[cause] ?? cause})`;
  return words + why;
}
