import type { MessageTo } from '#modules/contacts';
import type { PublicShell } from '#platform/http/shell';
import { Details, EmptyState, Link, PublicPage } from '#ui';
import { sayInstant } from '../say-when.ts';

interface MessagesPageProps extends PublicShell {
  messages: readonly MessageTo[];
  /** Of the cases that are theirs, by id. */
  references: ReadonlyMap<string, string>;
  zone: string;
}

const BY: Readonly<Record<MessageTo['channel'], string>> = { email: 'By email', sms: 'By text', letter: 'By letter' };
const NOT_GONE: Readonly<Partial<Record<MessageTo['state'], string>>> = {
  queued: 'It is on its way.',
  sending: 'It is on its way.',
  held: 'It was written, and not sent.',
  capped: 'It was written, and not sent to you.',
  failed: 'It could not be sent. Is your address right?',
};

/** Everything that the council wrote, newest first, whether it arrived or not. */
export function MessagesPage({ messages, references, zone, ...shell }: MessagesPageProps) {
  return (
    <PublicPage {...shell} title="Messages" search={false} back="/account">
      <h1 class="govuk-heading-l">Messages</h1>
      {messages.length === 0 ? (
        <EmptyState title="We have not written to you yet">
          <p class="govuk-body">When you ask us for something, what we write to you is kept here.</p>
        </EmptyState>
      ) : null}
      <ul class="fd-account-messages">
        {messages.map((message) => (
          <li key={message.id} class="fd-account-messages__item">
            <h2 class="govuk-heading-s">{message.subject ?? firstLine(message.body)}</h2>
            <p class="fd-mute">
              {BY[message.channel]}, {sayInstant(message.madeAt, zone)}. {NOT_GONE[message.state] ?? ''}
            </p>
            <Details summary="Read it">
              <span class="fd-typed fd-wrap">{withoutKeys(message.body)}</span>
            </Details>
            <About reference={references.get(message.caseId ?? '')} />
          </li>
        ))}
      </ul>
    </PublicPage>
  );
}

function About({ reference }: { reference: string | undefined }) {
  if (reference === undefined) return null;
  return (
    <p class="govuk-body">
      <Link href={`/track/${reference}`}>See how {reference} is going</Link>
    </p>
  );
}

function firstLine(body: string): string {
  return [...withoutKeys(body)].slice(0, 80).join('');
}

/** Whoever is signed in needs no key: a page left open on a shared screen gives none away. */
function withoutKeys(body: string): string {
  return body
    .replaceAll('{{home}}', '')
    .replace(/\/open\/[\w-]{32,}/g, '')
    .replaceAll('{{code}}', '······');
}
