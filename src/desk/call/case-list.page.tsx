import type { CaseLine } from '#modules/cases';
import type { QuestionAct } from '#modules/contacts';
import { Button, Details, Form, Link, Tag, Textarea } from '#ui';
import { shortDay } from '../../doors/when.ts';
import { PromiseLine } from '../promise-line.tsx';
import { ACT_WORDS, ENDING_WORDS, roleWords } from '../words.ts';
import type { CallPageProps } from './call-page-props.ts';

type CaseListProps = CallPageProps & { title: string; cases: readonly CaseLine[] };

/** The customer's cases, each with its promises and, while the contact runs, what the contact can be to it. */
export function CaseList({ title, cases, ...props }: CaseListProps) {
  if (cases.length === 0) {
    return title === 'Open cases' ? <p class="govuk-body fd-mute">No open cases.</p> : null;
  }
  const list = (
    <ul class="fd-cases">
      {cases.map((one) => (
        <CaseItem key={one.id} {...props} one={one} />
      ))}
    </ul>
  );
  if (title !== 'Open cases') return <Details summary={`${title} (${cases.length})`}>{list}</Details>;
  return (
    <section aria-label={title}>
      <h3 class="govuk-heading-s">
        {title} <span class="fd-count">{cases.length}</span>
      </h3>
      {list}
    </section>
  );
}

function CaseItem({ one, ...props }: CallPageProps & { one: CaseLine }) {
  const { view } = props;
  const roles = one.roles.filter((role) => role !== 'requester').map((role) => roleWords(role, false));
  return (
    <li class="fd-cases__item">
      <p class="fd-cases__head">
        <Link href={`/desk/cases/${one.reference}`}>{one.reference}</Link> <strong>{one.title}</strong>{' '}
        <span class="fd-mute">
          {[one.place, `since ${shortDay(one.openedAt, view.zone, view.now)}`, ...roles].filter(Boolean).join(' · ')}
        </span>
      </p>
      {one.repeatsReference ? (
        <p class="fd-notice">
          <strong>Second time at this address:</strong> see {one.repeatsReference}. The manager owns it.
        </p>
      ) : null}
      {one.ending ? <Tag colour="grey">{ENDING_WORDS[one.ending] ?? one.ending}</Tag> : null}
      <ul class="fd-promises">
        {one.promises.map((promise) => (
          <li key={promise.id}>
            <PromiseLine promise={promise} directory={view.directory} now={view.now} />
          </li>
        ))}
      </ul>
      {view.contact.wrappedAt ? null : <AboutCase {...props} one={one} />}
    </li>
  );
}

const OF_OPEN: readonly QuestionAct[] = ['chase', 'new-fact', 'change', 'worse', 'cancel', 'complaint'];
const OF_ENDED: readonly QuestionAct[] = ['question', 'complaint'];

/** One press says what this contact is to the case. */
function AboutCase({ one, view, hidden, errors, values }: CallPageProps & { one: CaseLine }) {
  const field = `note-${one.reference}`;
  const acts = one.stage === 'ended' ? OF_ENDED : OF_OPEN;
  const error = errors[field];
  return (
    <Form
      action={`/desk/contacts/${view.contact.id}/case/question`}
      hidden={{ ...hidden, case: one.id }}
      class="fd-about-case"
    >
      <div class="fd-buttons">
        {acts.map((act) => (
          <Button key={act} look="secondary" name="act" value={act}>
            {ACT_WORDS[act]}
            <span class="govuk-visually-hidden"> about {one.reference}</span>
          </Button>
        ))}
      </div>
      <Details summary="Add what they said" open={error !== undefined}>
        <Textarea
          name="note"
          id={field}
          rows={2}
          label={`What they said about ${one.reference}`}
          value={typeof values[field] === 'string' ? values[field] : undefined}
          error={error}
        />
      </Details>
    </Form>
  );
}
