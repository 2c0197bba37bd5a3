import type { MessageView } from '#modules/contacts';
import type { DeskShell } from '#platform/http/shell';
import { Button, DeskPage, type Errors, Form, InsetText, Link, SummaryList, Tag } from '#ui';
import { shortWhen } from '../../doors/when.ts';
import { TriesTable } from '../tries-table.tsx';
import { ATTEMPT_WORDS, bodyForStaff, MESSAGE_CHANNELS, MESSAGE_STATES } from './message-words.ts';

interface MessagePageProps {
  shell: DeskShell;
  hidden: Record<string, string>;
  message: MessageView;
  /** Of the case that it is about. */
  reference: string | null;
  /** Address of the front door, which stands in the links of the message. */
  publicUrl: string;
  errors?: Errors | undefined;
  zone: string;
  now: Date;
}

/** One message: to whom, what it said, and every try to send it. */
export function MessagePage({ shell, hidden, message, reference, publicUrl, errors, zone, now }: MessagePageProps) {
  const [words, colour] = MESSAGE_STATES[message.state];
  const subject = message.subject ?? `A ${MESSAGE_CHANNELS[message.channel]}`;
  return (
    <DeskPage {...shell} title={subject} errors={errors}>
      <p class="govuk-body">
        <Link href="/desk/outbox">Messages out</Link>
      </p>
      <h1 class="govuk-heading-l">
        {subject} <Tag colour={colour}>{words}</Tag>
      </h1>
      <div class="fd-columns">
        <section class="fd-panel" aria-label="What it said">
          <p class="govuk-body fd-letter">{bodyForStaff(message.body, publicUrl)}</p>
        </section>
        <section class="fd-panel" aria-label="To whom and how">
          <SummaryList rows={factsOf({ message, reference, zone, now })} />
          {message.mayRetry ? <Retry hidden={hidden} message={message} /> : null}
        </section>
      </div>
      <Attempts message={message} zone={zone} now={now} />
    </DeskPage>
  );
}

function factsOf({
  message,
  reference,
  zone,
  now,
}: Omit<MessagePageProps, 'shell' | 'hidden' | 'publicUrl' | 'errors'>) {
  const when = (at: Date) => shortWhen(at, zone, now);
  const { toName, to, sender, replyTo, stateReason, sentAt, dueAt } = message;
  return [
    { key: 'To', value: toName === null ? to : `${toName}, ${to}` },
    { key: 'By', value: MESSAGE_CHANNELS[message.channel] },
    ...(reference === null
      ? []
      : [{ key: 'About', value: <Link href={`/desk/cases/${reference}`}>{reference}</Link> }]),
    ...(sender === null ? [] : [{ key: 'From', value: sender }]),
    ...(replyTo === null ? [] : [{ key: 'Answers go to', value: replyTo }]),
    { key: 'Written', value: when(message.madeAt) },
    ...(sentAt ? [{ key: 'Sent', value: when(sentAt) }] : []),
    ...(dueAt && message.state === 'queued' ? [{ key: 'Goes', value: when(dueAt) }] : []),
    ...(stateReason === null ? [] : [{ key: 'Why', value: stateReason }]),
    { key: 'Template', value: `${message.template}, version ${message.templateVersion ?? 'unknown'}` },
  ];
}

function Retry({ hidden, message }: Pick<MessagePageProps, 'hidden' | 'message'>) {
  return (
    <Form action={`/desk/outbox/${message.id}/retry`} hidden={hidden}>
      {message.state === 'held' ? (
        <InsetText>{HELD[message.channel === 'letter' ? 'letter' : 'other']}</InsetText>
      ) : null}
      <Button look="secondary">Try to send it again</Button>
    </Form>
  );
}

const HELD = {
  letter: (
    <>
      It waits among the <Link href="/desk/letters">letters to print and post</Link>.
    </>
  ),
  other: 'It goes once a provider for this channel is set up; until then it is held again.',
};

function Attempts({ message, zone, now }: Pick<MessagePageProps, 'message' | 'zone' | 'now'>) {
  const tries = message.attempts.map((one) => ({ ...one, outcome: ATTEMPT_WORDS[one.outcome] }));
  const said = { caption: 'Tries to send it', none: 'Nobody has tried to send it yet.' };
  return <TriesTable {...said} tries={tries} zone={zone} now={now} />;
}
