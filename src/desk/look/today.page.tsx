import type { CostOfContacts, DayFigures, DaySet } from '#modules/insight';
import type { DeskShell } from '#platform/http/shell';
import { DeskPage, EmptyState, type Errors, Filters, href, Link, Select, Table, TextInput } from '#ui';
import { sayDate } from '../../portal/say-when.ts';
import { CHANNEL_WORDS } from '../words.ts';
import { pounds } from './pounds.ts';
import { addressOf, SET_WORDS } from './today-words.ts';

interface TodayPageProps {
  shell: DeskShell;
  figures: DayFigures;
  errors: Errors;
  /** The date as it was typed. */
  typed: string;
}

/** One day: contacts by channel with their cost, cases, promises. Each number opens its rows. */
export function TodayPage({ shell, figures, errors, typed }: TodayPageProps) {
  const { date, isToday, previous, next, costSet } = figures;
  const day = (other: string) => addressOf({ date: other, isToday: false, costSet });
  return (
    <DeskPage {...shell} title={isToday ? 'Today' : sayDate(date)} errors={errors}>
      <h1 class="govuk-heading-l">{`${sayDate(date)} ${date.slice(0, 4)}`}</h1>
      <nav aria-label="Other days" class="fd-buttons">
        <Link href={day(previous)}>Day before</Link>
        {next ? <Link href={day(next)}>Day after</Link> : null}
        {isToday ? null : <Link href={addressOf({ date, isToday: true, costSet })}>Today</Link>}
      </nav>
      <Filters action="/desk/today">
        <TextInput name="date" type="date" label="Day" value={typed} errors={errors} />
        <Select
          name="costs"
          label="Set of unit costs"
          value={costSet.slug}
          items={figures.costSets.map(({ slug, name }) => ({ value: slug, text: name }))}
          errors={errors}
        />
      </Filters>
      <ul class="fd-stats">
        <Stat set="opened" figures={figures} />
        <Stat set="assisted" figures={figures} />
        <Stat set="done" figures={figures} />
        <Stat set="overdue" figures={figures} look="error" />
        <Stat set="kept" figures={figures} />
        <Stat set="missed" figures={figures} look="error" />
        <Stat set="renegotiated" figures={figures} />
      </ul>
      <Contacts figures={figures} />
      <p class="fd-mute">
        {isToday
          ? 'From midnight until now. '
          : 'From midnight to midnight; overdue as it stood at the end of the day. '}
        Kept counts once the work is shown; until the time to say “not fixed” is over, it can still turn.{' '}
        <Link href={addressOf(figures, '/desk/today.csv')}>Save these figures as CSV</Link>
      </p>
    </DeskPage>
  );
}

function Contacts({ figures }: Pick<TodayPageProps, 'figures'>) {
  const { contacts, lines, total, costSet } = figures;
  const rows = (channel?: string, direction?: string) =>
    addressOf(figures, '/desk/today/contacts', { channel, direction });
  return (
    <section class="fd-panel" aria-labelledby="contacts-title">
      <h2 class="govuk-heading-m" id="contacts-title">
        Contacts by channel
      </h2>
      {contacts.length === 0 ? (
        <EmptyState title="No contacts on this day" />
      ) : (
        <div class="fd-scroll">
          <Table
            head={['Channel', 'Direction', { text: 'Contacts', numeric: true }, { text: 'Cost', numeric: true }]}
            rows={[
              ...contacts.map((line) => [
                CHANNEL_WORDS[line.channel as keyof typeof CHANNEL_WORDS],
                line.direction === 'in' ? 'to us' : 'from us',
                { text: <Count to={rows(line.channel, line.direction)} of={line.count} />, numeric: true },
                { text: costOf(line), numeric: true },
              ]),
              [
                <strong>All</strong>,
                '',
                { text: <Count to={rows()} of={total.count} />, numeric: true },
                { text: <strong>{costOf(total)}</strong>, numeric: true },
              ],
            ]}
          />
        </div>
      )}
      {lines.length === 0 ? null : (
        <Table
          caption="Calls by line"
          captionSize="s"
          head={['Line', { text: 'Calls', numeric: true }]}
          rows={lines.map(({ line, name, count }) => [
            name,
            {
              text: (
                <Count
                  to={addressOf(figures, '/desk/today/contacts', { channel: 'phone', direction: 'in', line })}
                  of={count}
                />
              ),
              numeric: true,
            },
          ])}
        />
      )}
      <p class="fd-mute">
        {costSet.name}, dated {costSet.dated}.{' '}
        {total.isComplete ? '' : '“At least”: some contacts have no price in it.'}
      </p>
    </section>
  );
}

function costOf({ pence, isComplete }: Pick<CostOfContacts, 'pence' | 'isComplete'>): string {
  return pence === null || isComplete ? pounds(pence) : `at least ${pounds(pence)}`;
}

function Count({ to, of }: { to: string; of: number }) {
  return <Link href={to}>{of.toLocaleString('en-GB')}</Link>;
}

interface StatProps {
  set: Exclude<DaySet, 'contacts'>;
  figures: DayFigures;
  look?: 'warn' | 'error';
}

function Stat({ set, figures, look }: StatProps) {
  const number = figures[set];
  return (
    <li>
      <a
        class={`fd-stat${look && number > 0 ? ` fd-stat--${look}` : ''}`}
        href={href(addressOf(figures, `/desk/today/${set}`))}
      >
        <span class="fd-stat__number">{number.toLocaleString('en-GB')}</span>
        {` ${SET_WORDS[set]}`}
      </a>
    </li>
  );
}
