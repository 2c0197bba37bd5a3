import type { outboxList } from '#modules/contacts';
import type { DeskShell } from '#platform/http/shell';
import { DeskPage, Details, EmptyState, Filters, Pagination, Select, Tag, type TagColour } from '#ui';
import { shortWhen } from '../../doors/when.ts';

export const OUTBOX_FILTERS = ['all', 'not-sent', 'held', 'capped', 'failed', 'sent'] as const;
const FILTER_WORDS = {
  all: 'All messages',
  'not-sent': 'Everything not sent',
  held: 'Held: no provider',
  capped: 'Over the daily cap',
  failed: 'Failed',
  sent: 'Sent',
};
const STATES: Readonly<Record<string, [words: string, colour: TagColour]>> = {
  queued: ['Not sent yet', 'yellow'],
  sending: ['Being sent', 'yellow'],
  sent: ['Sent', 'green'],
  delivered: ['Delivered', 'green'],
  failed: ['Not sent: failed', 'red'],
  held: ['Not sent: no provider', 'yellow'],
  capped: ['Not sent: enough today', 'orange'],
};
const PAGE = 50;

interface OutboxPageProps {
  shell: DeskShell;
  messages: Awaited<ReturnType<typeof outboxList>>;
  state: (typeof OUTBOX_FILTERS)[number];
  zone: string;
  now: Date;
}

/** What the council wrote, and whether it really went. */
export function OutboxPage({ shell, messages, state, zone, now }: OutboxPageProps) {
  const last = messages.length === PAGE ? messages.at(-1) : undefined;
  return (
    <DeskPage {...shell} title="Outbox">
      <h1 class="govuk-heading-l">Messages out</h1>
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
          const [words, colour] = STATES[message.state] ?? [message.state, 'grey' as const];
          return (
            <li key={message.id} class="fd-rows__row">
              <Tag colour={colour}>{words}</Tag>
              <span class="fd-mute fd-numeric">{shortWhen(message.madeAt, zone, now)}</span>
              <strong>{message.toName ?? message.to}</strong>
              <Details summary={message.subject ?? `${message.channel}: ${message.template}`} class="fd-rows__details">
                <p class="govuk-body">
                  To {message.to} by {message.channel}
                  {message.stateReason ? `. ${message.stateReason}` : ''}
                </p>
                <p class="govuk-body fd-letter">{message.body}</p>
              </Details>
            </li>
          );
        })}
      </ul>
      {last ? (
        <Pagination next={{ href: `/desk/outbox?state=${state}&before=${last.madeAt.getTime()}.${last.id}` }} />
      ) : null}
    </DeskPage>
  );
}
