import type { CaseLine } from '#modules/cases';
import type { ContactQuestion } from '#modules/contacts';
import { english } from '#modules/councils';
import { describeDue } from '#modules/promises';
import { isTransaction } from '#modules/services';
import { Button, Form, Link, Tag } from '#ui';
import { fillWords } from '../../portal/report/fill-words.ts';
import { PromiseLine } from '../promise-line.tsx';
import { ACT_WORDS, CAUSE_WORDS } from '../words.ts';
import type { CallPageProps } from './call-page-props.ts';

/** What this contact has been about so far: each case with what to tell, and whether it was told. */
export function Asked(props: CallPageProps) {
  const { contact } = props.view;
  if (contact.questions.length === 0) return null;
  return (
    <section aria-labelledby="asked-title">
      <h3 class="govuk-heading-s" id="asked-title">
        In this contact <span class="fd-count">{contact.questions.length}</span>
      </h3>
      <ul class="fd-cases">
        {contact.questions.map((question) => (
          <AskedItem key={question.id} {...props} question={question} />
        ))}
      </ul>
    </section>
  );
}

function AskedItem({ question, ...props }: CallPageProps & { question: ContactQuestion }) {
  const { view } = props;
  const one = view.asked.find(({ id }) => id === question.caseId);
  const joined = view.joined.find(({ id }) => id === question.incidentId);
  const service = view.directory.catalogue.services.get(question.serviceSlug ?? '')?.service;
  return (
    <li class="fd-cases__item" id={one ? `asked-${one.reference}` : undefined}>
      <p class="fd-cases__head">
        <strong>{question.act ? ACT_WORDS[question.act] : question.reason}</strong>{' '}
        {one ? <Link href={`/desk/cases/${one.reference}`}>{one.reference}</Link> : null}{' '}
        {one?.title ?? (service ? english(service.name) : '')}
      </p>
      {joined ? (
        <p class="govuk-body">
          Part of <Link href={`/desk/incidents/${joined.reference}`}>{joined.title}</Link>: told, and hears when it is
          over.
        </p>
      ) : null}
      {question.note ? <p class="govuk-body">{question.note}</p> : null}
      <Cause question={question} />
      {one ? <Tell {...props} one={one} isNew={question.act === 'report'} /> : null}
    </li>
  );
}

function Cause({ question: { avoidableCause, causePromiseId } }: { question: ContactQuestion }) {
  if (!avoidableCause) return null;
  return (
    <p>
      <Tag colour="orange">Avoidable</Tag> {CAUSE_WORDS[avoidableCause]}
      {causePromiseId ? ', because a promise was missed' : ''}
    </p>
  );
}

/** How it will be resolved and by when, to be read out; one press says that it was. */
function Tell({ one, view, hidden, isNew }: CallPageProps & { one: CaseLine; isNew: boolean }) {
  const open = one.promises.filter(({ outcome }) => outcome === null);
  const untold = open.some(({ toldAt }) => toldAt === null);
  return (
    <>
      {isNew ? <TellWords one={one} view={view} /> : null}
      <ul class="fd-promises">
        {open.map((promise) => (
          <li key={promise.id}>
            <PromiseLine promise={promise} directory={view.directory} now={view.now} />
          </li>
        ))}
      </ul>
      <p class="fd-mute">
        {one.owner ? `${one.owner}, for ${one.team}, owns it until it is done.` : `${one.team} deals with it.`}
      </p>
      {untold && !view.contact.wrappedAt ? (
        <Form action={`/desk/contacts/${view.contact.id}/case/told`} hidden={{ ...hidden, case: one.id }}>
          <Button>
            Told<span class="govuk-visually-hidden"> them about {one.reference}</span>
          </Button>
        </Form>
      ) : null}
    </>
  );
}

function TellWords({ one, view }: { one: CaseLine; view: CallPageProps['view'] }) {
  const service = view.directory.catalogue.services.get(one.serviceSlug)?.service;
  const [first] = one.promises;
  if (!service || !isTransaction(service)) return null;
  const due = first ? describeDue(first.dueAt, view.zone, view.now) : 'soon';
  return (
    <div class="fd-script">
      {service.script.tell.map((words) => (
        <p key={english(words)}>
          “{fillWords(english(words), { due, reference: one.reference, notFixedUntil: notFixedUntil(view, one) })}”
        </p>
      ))}
    </div>
  );
}

/** In words: how long they have, since the day on which it will be done is not known yet. */
function notFixedUntil({ directory }: CallPageProps['view'], one: CaseLine): string {
  const service = directory.catalogue.services.get(one.serviceSlug)?.service;
  const own = service && isTransaction(service) ? service.followUp.notFixedDays : undefined;
  const days = own ?? directory.config.profile.settings.notFixedWindow.days;
  return `the end of the ${days} days after it`;
}
