import type { outboxList } from '#modules/contacts';
import type { DeskShell } from '#platform/http/shell';
import { DeskPage, Details, EmptyState, Filters, Link, Pagination, Select, Tag } from '#ui';
import { shortWhen } from '../../doors/when.ts';
import { bodyForStaff, MESSAGE_CHANNELS, MESSAGE_STATES } from './message-words.ts';

export const OUTBOX_FILTERS = ['all', 'not-sent', 'queued', 'held', 'capped', 'failed', 'sent', 'delivered'] as const;
const FILTER_WORDS: Readonly<Record<(typeof OUTBOX_FILTERS)[number], string>> = {
  all: 'All messages',
  'not-sent': 'Everything not sent',
  queued: 'Not sent yet',
  held: 'Held: no provider',
  capped: 'Over the daily cap',
  failed: 'Failed',
  sent: 'Sent',
  delivered: 'Delivered',
};

interface OutboxPageProps {
  shell: DeskShell;
  messages: Awaited<ReturnType<typeof outboxList>>;
  state: (typeof OUTBOX_FILTERS)[number];
  /** The key of the following page; null ends the list. */
  next: string | null;
  publicUrl: string;
  zone: string;
  now: Date;
}

/** What the council wrote, and whether it really went. */
export function OutboxPage({ shell, messages, state, next, publicUrl, zone, now }: OutboxPageProps) {
  return (
    <DeskPage {...shell} title="Outbox">
      <h1 class="govuk-heading-l">Messages out</h1>
      <p class="govuk-body">
        <Link href="/desk/letters">Letters to print and post</Link>
      </p>
      <Filters action="/desk/outbox">
        <Select
          name="state"
          label="Which"
          value={state}
          items={OUTBOX_FILTERS.map((value) => ({ value, text: FILTER_WORDS[value] }))}
        />
      </Filters>
      {messages.length === 0 ? <EmptyState title="No messages are here" /> : null}
      <ul class="fd-rows">
        {messages.map((message) => {
          const [words, colour] = MESSAGE_STATES[message.state];
          return (
            <li key={message.id} class="fd-rows__row">
              <Tag colour={colour}>{words}</Tag>
              <span class="fd-mute fd-numeric">{shortWhen(message.madeAt, zone, now)}</span>
              <Link href={`/desk/outbox/${message.id}`}>{message.toName ?? message.to}</Link>
              <Details
                summary={message.subject ?? `${MESSAGE_CHANNELS[message.channel]}: ${message.template}`}
                class="fd-rows__details"
              >
                <p class="govuk-body">
                  To {message.to} by {MESSAGE_CHANNELS[message.channel]}
                  {message.stateReason ? `. ${message.stateReason}` : ''}
                </p>
                <p class="govuk-body fd-letter">{bodyForStaff(message.body, publicUrl)}</p>
              </Details>
            </li>
          );
        })}
      </ul>
      {next ? <Pagination next={{ href: `/desk/outbox?state=${state}&before=${next}` }} /> : null}
    </DeskPage>
  );
}
