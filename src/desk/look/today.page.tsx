import type { Today } from '#modules/insight';
import type { DeskShell } from '#platform/http/shell';
import { DeskPage, EmptyState, href, Table } from '#ui';
import { dayOf } from '../../doors/when.ts';
import { sayDate } from '../../portal/say-when.ts';
import { CHANNEL_WORDS } from '../words.ts';

interface TodayPageProps {
  shell: DeskShell;
  today: Today;
  zone: string;
}

/** The day so far: contacts by channel, cases, promises. */
export function TodayPage({ shell, today, zone }: TodayPageProps) {
  const day = sayDate(dayOf(today.since, zone));
  return (
    <DeskPage {...shell} title="Today">
      <h1 class="govuk-heading-l">{day}</h1>
      <ul class="fd-stats">
        <Stat number={today.casesOpened} text="cases opened" />
        <Stat number={today.casesDone} text="cases done" />
        <Stat number={today.casesOverdue} text="cases overdue" to="/desk/work?of=all&filter=overdue" look="error" />
        <Stat number={today.promisesKept} text="promises kept" />
        <Stat number={today.promisesMissed} text="promises missed" look="error" />
        <Stat number={today.promisesRenegotiated} text="promises renegotiated" />
      </ul>
      <section class="fd-panel" aria-labelledby="contacts-title">
        <h2 class="govuk-heading-m" id="contacts-title">
          Contacts by channel
        </h2>
        {today.contacts.length === 0 ? (
          <EmptyState title="No contacts yet today" />
        ) : (
          <Table
            head={['Channel', 'Direction', { text: 'Contacts', numeric: true }]}
            rows={today.contacts.map(({ channel, direction, count }) => [
              CHANNEL_WORDS[channel as keyof typeof CHANNEL_WORDS],
              direction === 'in' ? 'to us' : 'from us',
              { text: count.toLocaleString('en-GB'), numeric: true },
            ])}
          />
        )}
      </section>
      <p class="fd-mute">
        Kept counts once the work is shown; until the time to say “not fixed” is over, it can still turn.
      </p>
    </DeskPage>
  );
}

interface StatProps {
  number: number;
  text: string;
  to?: string;
  look?: 'warn' | 'error';
}

function Stat({ number, text, to, look }: StatProps) {
  const inner = (
    <>
      <span class="fd-stat__number">{number.toLocaleString('en-GB')}</span>
      {text}
    </>
  );
  const classes = `fd-stat${look && number > 0 ? ` fd-stat--${look}` : ''}`;
  return (
    <li>
      {to ? (
        <a class={classes} href={href(to)}>
          {inner}
        </a>
      ) : (
        <span class={classes}>{inner}</span>
      )}
    </li>
  );
}
