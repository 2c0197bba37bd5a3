import { english } from '#modules/councils';
import { localDate } from '#modules/places';
import { doerSlug, isOffered, isReport, type ServiceDefinition } from '#modules/services';
import type { DeskShell } from '#platform/http/shell';
import { DeskPage, EmptyState, Link, SearchField, SummaryList, Tag, WarningText } from '#ui';
import type { Directory } from '../../portal/directory.ts';
import { sayDate } from '../../portal/say-when.ts';

interface ServicesPageProps {
  shell: DeskShell;
  typed: string;
  found: readonly ServiceDefinition[];
}

/** Every service, by the words that people use for it. */
export function ServicesPage({ shell, typed, found }: ServicesPageProps) {
  return (
    <DeskPage {...shell} title="Services">
      <h1 class="govuk-heading-l">
        Services <span class="fd-count">{found.length}</span>
      </h1>
      <SearchField action="/desk/services" id="service-search" label="What do they need?" value={typed} />
      {found.length === 0 ? <EmptyState title={`No service is like “${typed}”`}>Try another word.</EmptyState> : null}
      <ul class="fd-rows">
        {found.map((service) => (
          <li key={service.slug} class="fd-rows__row">
            <Link class="fd-rows__main" href={`/desk/services/${service.slug}`}>
              {english(service.name)}
            </Link>
            <span>{english(service.summary)}</span>
            {isReport(service) ? <Tag colour="teal">can be reported</Tag> : null}
          </li>
        ))}
      </ul>
    </DeskPage>
  );
}

interface ServicePageProps {
  shell: DeskShell;
  directory: Directory;
  now: Date;
  version: number;
  service: ServiceDefinition;
}

/** One service, as an adviser answers about it. */
export function ServicePage({ shell, directory, now, version, service }: ServicePageProps) {
  const { config } = directory;
  const owner = doerSlug(service.owner);
  const team = config.teams.get(owner) ?? config.partners.get(owner);
  const contact = config.contactPoints.get(service.contact);
  const { words } = service;
  return (
    <DeskPage {...shell} title={english(service.name)}>
      <h1 class="govuk-heading-l">
        {english(service.name)} <span class="fd-mute">version {version}</span>
      </h1>
      <NotOffered service={service} directory={directory} now={now} />
      <div class="fd-columns">
        <section class="fd-panel" aria-label="What it is">
          <SummaryList
            noBorder
            rows={[
              { key: 'What it is', value: english(words.what) },
              { key: 'Who it is for', value: english(words.who) },
              { key: 'How long', value: english(words.howLong) },
              { key: 'What happens', value: english(words.next) },
              { key: 'Owner', value: team ? english(team.name) : owner },
              { key: 'Contact', value: contact ? `${english(contact.name)} ${contact.address ?? ''}` : '' },
              { key: 'Fee', value: service.fee ? `£${(service.fee.pence / 100).toFixed(2)}` : 'None' },
            ]}
          />
        </section>
        <section class="fd-panel" aria-label="For advisers">
          {service.adviserNotes.map((note) => (
            <p key={english(note)} class="govuk-body">
              {english(note)}
            </p>
          ))}
          {service.sections.map(({ heading, text }) => (
            <div key={english(heading)}>
              <h2 class="govuk-heading-s">{english(heading)}</h2>
              <p class="govuk-body">{english(text)}</p>
            </div>
          ))}
          <p class="govuk-body">
            <Link href={`/services/${service.slug}`}>Its public page, to read out or send</Link>
          </p>
        </section>
      </div>
    </DeskPage>
  );
}

/** A case that is older than its end still leads here; nobody is to be sent here with something new. */
function NotOffered({ service, directory, now }: Pick<ServicePageProps, 'service' | 'directory' | 'now'>) {
  const { from, until, replacedBy } = service.valid;
  const day = localDate(now, directory.config.profile.zone);
  if (isOffered(service, day)) return null;
  const other = directory.catalogue.services.get(replacedBy ?? '')?.service;
  const isToCome = from !== undefined && day < from;
  return (
    <WarningText>
      {isToCome ? `It begins on ${sayDate(from)}.` : `It ended on ${sayDate(until ?? day)}.`} Nothing new is begun here.{' '}
      {other ? <Link href={`/desk/services/${other.slug}`}>{`Instead: ${english(other.name)}`}</Link> : null}
    </WarningText>
  );
}
