import type { OneIncident } from '#modules/cases';
import type { DeskShell } from '#platform/http/shell';
import {
  Button,
  CountedHeading,
  DeskPage,
  EmptyState,
  type Errors,
  Form,
  Link,
  Pagination,
  SummaryList,
  Tag,
  Textarea,
  Timeline,
  type Values,
} from '#ui';
import { shortWhen } from '../../doors/when.ts';
import type { Directory } from '../../portal/directory.ts';
import { PromiseLine } from '../promise-line.tsx';
import { whereWords } from './incident-words.ts';
import { serviceName } from './incidents.page.tsx';

interface IncidentProps {
  shell: DeskShell;
  incident: OneIncident;
  directory: Directory;
  /** The reader may end it. */
  mayRun: boolean;
  /** The reader may see who joined. */
  seesPeople: boolean;
  hidden: Record<string, string>;
  errors: Errors;
  values: Values;
  now: Date;
}

/** One incident: what is promised and said, who joined, what happened, and its end. */
export function IncidentPage(props: IncidentProps) {
  const { shell, incident, directory, errors, mayRun, now } = props;
  return (
    <DeskPage {...shell} title={`${incident.reference}: ${incident.title}`} errors={errors}>
      <h1 class="govuk-heading-l">
        {incident.title} <span class="fd-mute">{incident.reference}</span>{' '}
        {incident.endedAt ? <Tag colour="grey">Over</Tag> : <Tag colour="blue">Open</Tag>}
      </h1>
      <div class="fd-columns fd-columns--case">
        <div>
          <section class="fd-panel" aria-label="The incident">
            <ul class="fd-promises">
              {incident.promises.map((promise) => (
                <li key={promise.id}>
                  <PromiseLine promise={promise} directory={directory} now={now} />
                </li>
              ))}
            </ul>
            <SummaryList noBorder class="fd-facts fd-facts--wide" rows={factsOf(props)} />
          </section>
          <People {...props} />
        </div>
        <div>
          <TooLate {...props} />
          {mayRun && !incident.endedAt ? <EndIt {...props} /> : null}
          <History {...props} />
        </div>
      </div>
    </DeskPage>
  );
}

function factsOf({ incident, directory }: IncidentProps) {
  return [
    { key: 'Service', value: serviceName(directory, incident.service) },
    { key: 'Where', value: whereWords(directory.config, incident) },
    { key: 'Everybody is told', value: incident.message },
    { key: 'Team', value: incident.team },
    { key: 'Joined', value: incident.members.toLocaleString('en-GB') },
    { key: 'Told so far', value: incident.told.toLocaleString('en-GB') },
  ];
}

function People({ incident, directory, seesPeople, now }: IncidentProps) {
  const { zone } = directory.config.profile;
  if (!seesPeople) return null;
  return (
    <section class="fd-panel" aria-labelledby="people-title">
      <div id="people-title">
        <CountedHeading count={incident.members}>Who joined</CountedHeading>
      </div>
      {incident.people.length === 0 ? (
        <EmptyState title="Nobody yet">Whoever calls or reports from there is offered to join.</EmptyState>
      ) : null}
      <ul class="fd-rows">
        {incident.people.map((one) => (
          <li key={one.id} class="fd-rows__row">
            <Who one={one} />
            <span class="fd-mute">{[one.address, shortWhen(one.at, zone, now)].filter(Boolean).join(' · ')}</span>
            {one.isTold ? <Tag colour="green">told</Tag> : <Tag colour="yellow">not told yet</Tag>}
            {one.contactId ? <Link href={`/desk/contacts/${one.contactId}`}>Their contact</Link> : null}
            {one.caseReference ? <Link href={`/desk/cases/${one.caseReference}`}>{one.caseReference}</Link> : null}
          </li>
        ))}
      </ul>
      {incident.next ? (
        <Pagination
          label="Who joined"
          next={{ href: `/desk/incidents/${incident.reference}?before=${incident.next}`, text: 'Older' }}
        />
      ) : null}
    </section>
  );
}

function Who({ one }: { one: OneIncident['people'][number] }) {
  const name = one.name ?? (one.address ? 'The household' : 'Somebody who gave no name');
  if (!one.customerId) return <span class="fd-rows__main">{name}</span>;
  return (
    <Link class="fd-rows__main" href={`/desk/customers/${one.customerId}`}>
      {name}
    </Link>
  );
}

/** Two ended it at once: the words of the second are not lost, and nobody was told twice. */
function TooLate({ incident, errors, values }: IncidentProps) {
  if (!incident.endedAt || !errors['ending']) return null;
  const written = values['ending'];
  return (
    <div class="fd-notice" id="ending">
      <p class="govuk-body">{errors['ending']}. What you wrote was not sent:</p>
      <p class="govuk-body">{typeof written === 'string' ? written : ''}</p>
    </div>
  );
}

function EndIt({ incident, hidden, errors, values }: IncidentProps) {
  return (
    <section class="fd-panel" aria-labelledby="end-title">
      <h2 class="govuk-heading-m" id="end-title">
        It is over
      </h2>
      <Form action={`/desk/incidents/${incident.reference}/ending`} hidden={hidden}>
        <Textarea
          values={values}
          errors={errors}
          name="ending"
          label="What everybody who joined is told"
          hint="One message each. The promise is kept or missed by the time of this press."
          rows={3}
        />
        <Button look="warning">End the incident</Button>
      </Form>
    </section>
  );
}

function History({ incident, directory, now }: IncidentProps) {
  const { zone } = directory.config.profile;
  const { startedAt, endedAt, ending, openedBy } = incident;
  const opened = { title: 'Opened', state: 'done' as const, when: when(startedAt, openedBy) };
  const ended = endedAt ? [{ title: `Over: ${ending ?? ''}`, state: 'done' as const, when: when(endedAt, null) }] : [];
  const runs = { title: 'People join, and hear once each', state: 'now' as const };
  function when(at: Date, who: string | null): string {
    return [shortWhen(at, zone, now), who].filter(Boolean).join(' · ');
  }
  return (
    <section class="fd-panel" aria-labelledby="history-title">
      <h2 class="govuk-heading-m" id="history-title">
        What happened
      </h2>
      <Timeline items={[opened, ...(endedAt ? ended : [runs])]} />
    </section>
  );
}
