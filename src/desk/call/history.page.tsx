import type { HistoryItem } from '#modules/contacts';
import { Link, Tag } from '#ui';
import { shortWhen } from '../../doors/when.ts';
import { writeHistoryKey } from '../history-key.ts';
import { ACT_WORDS, CHANNEL_WORDS } from '../words.ts';
import type { CallPageProps } from './call-page-props.ts';

const NOT_SENT: Readonly<Record<string, string>> = {
  held: 'not sent: no provider',
  capped: 'not sent: enough messages today',
  failed: 'not sent: failed',
  queued: 'waiting to be sent',
  sending: 'being sent',
};

/** Every contact on every channel, newest first. */
export function History({ view }: CallPageProps) {
  const { history, contact } = view;
  if (!history) return null;
  const { next } = history;
  return (
    <section aria-label="Every contact, newest first" id="history">
      <h3 class="govuk-heading-s">Contacts</h3>
      <ol class="fd-history">
        {history.items.map((item) => (
          <HistoryRow key={item.id} item={item} view={view} />
        ))}
      </ol>
      {next ? (
        <p class="govuk-body">
          <Link href={`/desk/contacts/${contact.id}?before=${writeHistoryKey(next)}#history`}>Earlier contacts</Link>
        </p>
      ) : null}
    </section>
  );
}

function HistoryRow({ item, view }: { item: HistoryItem; view: CallPageProps['view'] }) {
  const { directory, zone, now, contact } = view;
  const about = item.questions.map(({ act, serviceSlug, reason }) => {
    const service = serviceSlug ? directory.catalogue.services.get(serviceSlug)?.service.name.en : undefined;
    return [act ? ACT_WORDS[act as keyof typeof ACT_WORDS] : reason, service].filter(Boolean).join(': ');
  });
  const words = [...about, item.message?.subject, item.summary].filter(Boolean).join(' · ');
  return (
    <li class="fd-history__item">
      <span class="fd-history__when fd-numeric">{shortWhen(item.startedAt, zone, now)}</span>
      <span class="fd-history__what">
        <strong>
          {CHANNEL_WORDS[item.channel]} {item.direction === 'out' ? 'out' : 'in'}
        </strong>
        {item.id === contact.id ? ' (this one)' : ''} {words}
        {item.message && NOT_SENT[item.message.state] ? (
          <Tag colour="yellow">{NOT_SENT[item.message.state]}</Tag>
        ) : null}
        {item.questions.some(({ avoidableCause }) => avoidableCause) ? <Tag colour="orange">avoidable</Tag> : null}
        {item.staffName ? <span class="fd-mute"> {item.staffName}</span> : null}
      </span>
    </li>
  );
}
