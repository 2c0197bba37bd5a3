import type { IncidentView } from '#modules/cases';
import { english } from '#modules/councils';
import type { DeskShell } from '#platform/http/shell';
import { CountedHeading, DeskPage, EmptyState, Link, Tag } from '#ui';
import { shortWhen } from '../../doors/when.ts';
import type { Directory } from '../../portal/directory.ts';
import { PromiseLine } from '../promise-line.tsx';
import { whereWords } from './incident-words.ts';

interface IncidentsProps {
  shell: DeskShell;
  open: readonly IncidentView[];
  ended: readonly IncidentView[];
  /** The reader may open one. */
  mayRun: boolean;
  directory: Directory;
  now: Date;
}

/** What has happened to many at once: open ones first, with how many joined and how many were told. */
export function IncidentsPage(props: IncidentsProps) {
  const { shell, open, ended, mayRun } = props;
  return (
    <DeskPage {...shell} title="Incidents">
      <CountedHeading level={1} size="l" count={open.length}>
        Open incidents
      </CountedHeading>
      <div class="fd-columns fd-columns--case">
        <div>
          {open.length === 0 ? (
            <EmptyState title="Nothing has happened to many at once">
              An incident holds everybody whom one thing has met: one message, one promise, no pile of cases.
            </EmptyState>
          ) : null}
          {open.map((one) => (
            <OpenOne key={one.id} {...props} one={one} />
          ))}
        </div>
        <div>
          {mayRun ? <Kinds {...props} /> : null}
          <Ended {...props} ended={ended} />
        </div>
      </div>
    </DeskPage>
  );
}

function OpenOne({ one, directory, now }: IncidentsProps & { one: IncidentView }) {
  const { zone } = directory.config.profile;
  return (
    <section class="fd-panel" aria-labelledby={`incident-${one.reference}`}>
      <h2 class="govuk-heading-s" id={`incident-${one.reference}`}>
        <Link href={`/desk/incidents/${one.reference}`}>{one.title}</Link> <span class="fd-mute">{one.reference}</span>
      </h2>
      <p class="govuk-body">
        {serviceName(directory, one.service)} · {whereWords(directory.config, one)} ·{' '}
        <span class="fd-mute">
          since {shortWhen(one.startedAt, zone, now)}, {one.team}
        </span>
      </p>
      <ul class="fd-promises">
        {one.promises.map((promise) => (
          <li key={promise.id}>
            <PromiseLine promise={promise} directory={directory} now={now} />
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <strong class="fd-numeric">{one.members.toLocaleString('en-GB')}</strong> joined,{' '}
        <strong class="fd-numeric">{one.told.toLocaleString('en-GB')}</strong> told
      </p>
    </section>
  );
}

function Kinds({ directory }: IncidentsProps) {
  const { incidentKinds } = directory.config;
  return (
    <section class="fd-panel" aria-labelledby="kinds-title">
      <h2 class="govuk-heading-m" id="kinds-title">
        Open an incident
      </h2>
      <ul class="fd-rows">
        {[...incidentKinds.values()].map(({ slug, name, services }) => (
          <li key={slug} class="fd-rows__row">
            <span class="fd-rows__main">{english(name)}</span>
            {services.map((service) => (
              <Link key={service} href={`/desk/incidents/new?what=${slug}.${service}`}>
                {serviceName(directory, service)}
              </Link>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ended({ ended, directory, now }: IncidentsProps) {
  if (ended.length === 0) return null;
  const { zone } = directory.config.profile;
  return (
    <section class="fd-panel" aria-labelledby="ended-title">
      <h2 class="govuk-heading-m" id="ended-title">
        Over
      </h2>
      <ul class="fd-rows">
        {ended.map((one) => (
          <li key={one.id} class="fd-rows__row">
            <Link class="fd-rows__main" href={`/desk/incidents/${one.reference}`}>
              {one.title}
            </Link>
            <Tag colour="grey">{one.endedAt ? `ended ${shortWhen(one.endedAt, zone, now)}` : 'ended'}</Tag>
            <span class="fd-mute">{one.members.toLocaleString('en-GB')} joined</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The name of the service that an incident is about. */
export function serviceName({ catalogue }: Directory, slug: string): string {
  const found = catalogue.services.get(slug)?.service;
  return found ? english(found.name) : slug;
}
