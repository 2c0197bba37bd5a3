import type { MarkWork } from '#modules/contacts';
import type { DeskShell } from '#platform/http/shell';
import {
  Button,
  DeskPage,
  ErrorMessage,
  type Errors,
  Form,
  Link,
  Radios,
  SummaryList,
  Tag,
  Textarea,
  type Values,
} from '#ui';
import { shortWhen } from '../../doors/when.ts';
import type { Directory } from '../../portal/directory.ts';
import { PromiseLine } from '../promise-line.tsx';
import { CHANNEL_WORDS } from '../words.ts';
import { markName } from './marks.page.tsx';

interface MarkProps {
  shell: DeskShell;
  mark: MarkWork;
  /** Of the case that it is about. */
  reference: string | null;
  directory: Directory;
  hidden: Record<string, string>;
  errors: Errors;
  values: Values;
  now: Date;
}

/** One mark: what was said, what is promised, and the two things that its team does about it. */
export function MarkPage(props: MarkProps) {
  const { shell, mark, directory, errors, now } = props;
  const title = markName(directory, mark.mark);
  return (
    <DeskPage {...shell} title={title} errors={errors}>
      <h1 class="govuk-heading-l">
        {title} {mark.endedAt ? <Tag colour="grey">{ended(mark)}</Tag> : <Tag colour="blue">Open</Tag>}
      </h1>
      <div class="fd-columns fd-columns--case">
        <section class="fd-panel" aria-label="The mark">
          <ul class="fd-promises">
            {mark.promises.map((promise) => (
              <li key={promise.id}>
                <PromiseLine promise={promise} directory={directory} now={now} />
              </li>
            ))}
          </ul>
          <SummaryList noBorder class="fd-facts fd-facts--wide" rows={factsOf(props)} />
        </section>
        {mark.endedAt ? null : (
          <div>
            {mark.acknowledgedAt ? null : <Acknowledge {...props} />}
            <Answer {...props} />
          </div>
        )}
      </div>
    </DeskPage>
  );
}

function ended({ outcome }: MarkWork): string {
  return outcome === 'answered' ? 'Answered' : 'Taken back';
}

function factsOf({ mark, reference, directory, now }: MarkProps) {
  const { zone } = directory.config.profile;
  const { contact } = mark;
  return [
    reference && { key: 'Case', value: <Link href={`/desk/cases/${reference}`}>{reference}</Link> },
    contact && {
      key: CHANNEL_WORDS[contact.channel],
      value: `${shortWhen(contact.startedAt, zone, now)}. ${contact.summary ?? 'Nothing was noted.'}`,
    },
    contact?.customerId && {
      key: 'Customer',
      value: <Link href={`/desk/customers/${contact.customerId}`}>Their record</Link>,
    },
    mark.note && { key: 'Note', value: mark.note },
    { key: 'Set', value: `${shortWhen(mark.at, zone, now)} by ${mark.setBy ?? 'another system'}` },
    { key: 'Team', value: mark.teamName },
    {
      key: 'Told them',
      value: mark.acknowledgedAt ? shortWhen(mark.acknowledgedAt, zone, now) : 'Not yet',
    },
    mark.outcomeNote && { key: ended(mark), value: mark.outcomeNote },
  ].flatMap((row) => (row ? [row] : []));
}

function Acknowledge({ mark, hidden, errors }: MarkProps) {
  return (
    <section class="fd-panel" aria-labelledby="acknowledge-title">
      <h2 class="govuk-heading-m" id="acknowledge-title">
        Acknowledge it
      </h2>
      <p class="govuk-body">Press this once the person knows who is looking into it. The clock of the answer starts.</p>
      <Form action={`/desk/marks/${mark.id}/acknowledgement`} hidden={hidden}>
        {errors['acknowledgement'] ? <ErrorMessage id="acknowledgement" error={errors['acknowledgement']} /> : null}
        <Button look="secondary">They have been told</Button>
      </Form>
    </section>
  );
}

function Answer({ mark, hidden, errors, values }: MarkProps) {
  return (
    <section class="fd-panel" aria-labelledby="answer-title">
      <h2 class="govuk-heading-m" id="answer-title">
        End it
      </h2>
      <Form action={`/desk/marks/${mark.id}/answer`} hidden={hidden}>
        <Radios
          errors={errors}
          values={values}
          name="outcome"
          legend="What became of it?"
          small
          items={[
            { value: 'answered', text: 'The person has our answer' },
            { value: 'not-a-mark', text: 'It was no such thing' },
          ]}
        />
        <Textarea
          errors={errors}
          values={values}
          name="note"
          label="What was answered, or why it was no such thing"
          hint="For colleagues. The answer itself goes to the person in your own letter, email or call."
          rows={4}
        />
        <Button>End it</Button>
      </Form>
    </section>
  );
}
