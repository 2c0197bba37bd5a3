import type { BulkPreview } from '#modules/cases';
import { describeDue } from '#modules/promises';
import type { DeskShell } from '#platform/http/shell';
import { Button, DeskPage, type Errors, Form, Link, SummaryList } from '#ui';
import { hiddenChoice, type ManyChoice } from './many-scope.ts';
import { UNCHANGED_WORDS } from './many-words.ts';

interface PreviewManyProps {
  shell: DeskShell;
  choice: ManyChoice;
  preview: BulkPreview;
  /** What was typed, for the next step as it stands. */
  typed: Record<string, string>;
  newDueAt: Date | null;
  hidden: Record<string, string>;
  errors: Errors;
  zone: string;
  now: Date;
}

/** How many cases and messages, what would stay as it is and why, and one message word for word. */
export function PreviewManyPage(props: PreviewManyProps) {
  const { shell, preview, errors } = props;
  return (
    <DeskPage {...shell} title="Look at it first" errors={errors}>
      <h1 class="govuk-heading-l" id="expected">
        {number(preview.cases)} cases, {number(preview.told)} messages
      </h1>
      <div class="fd-columns">
        <WhatHappens {...props} />
        <HowItReads {...props} />
      </div>
    </DeskPage>
  );
}

const number = (count: number): string => count.toLocaleString('en-GB');

function WhatHappens(props: PreviewManyProps) {
  const { choice, preview, typed, newDueAt, hidden, zone, now } = props;
  const { cases, told, silent } = preview;
  const back = new URLSearchParams(hiddenChoice(choice)).toString();
  return (
    <section class="fd-panel" aria-labelledby="what-title">
      <h2 class="govuk-heading-m" id="what-title">
        What will happen
      </h2>
      <SummaryList
        noBorder
        class="fd-facts fd-facts--wide"
        rows={[
          { key: 'Cases', value: number(cases) },
          { key: 'Messages', value: `${number(told)}, one a person and case` },
          { key: 'Nobody to write to', value: silent > 0 ? `${number(silent)}: the tracking page says it` : 'none' },
          { key: 'New date', value: newDueAt ? describeDue(newDueAt, zone, now) : 'The dates stay' },
        ]}
      />
      <Blocked {...props} />
      <p class="fd-mute">Somebody who has had the most messages of a day gets no more today: the outbox says so.</p>
      <Form action="/desk/work/many" hidden={{ ...hidden, ...hiddenChoice(choice), ...typed, expected: String(cases) }}>
        <div class="fd-buttons">
          <Button>Do it for {number(cases)} cases</Button>
          <Link href={`/desk/work/many?${back}`}>Change something</Link>
        </div>
      </Form>
    </section>
  );
}

function Blocked({ preview: { blocked } }: PreviewManyProps) {
  if (blocked.length === 0) return null;
  return (
    <div class="fd-notice">
      <p class="govuk-body">
        <strong>The date of these stays. The message goes to them all the same:</strong>
      </p>
      <ul class="govuk-list">
        {blocked.map(({ why, cases }) => (
          <li key={why}>
            {number(cases)}: {UNCHANGED_WORDS[why]}
          </li>
        ))}
      </ul>
    </div>
  );
}

function HowItReads({ preview: { message } }: PreviewManyProps) {
  return (
    <section class="fd-panel" aria-labelledby="message-title">
      <h2 class="govuk-heading-m" id="message-title">
        How it reads
      </h2>
      {message ? (
        <>
          <p class="fd-mute">As an email about {message.reference}, without the name.</p>
          <p class="govuk-body">
            <strong>{message.subject}</strong>
          </p>
          <p class="govuk-body fd-letter">{message.body}</p>
        </>
      ) : (
        <p class="govuk-body">Nobody of these can be written to.</p>
      )}
    </section>
  );
}
