import { english } from '#modules/councils';
import { isReport, isTransaction, type ServiceDefinition, type Transaction } from '#modules/services';
import type { PublicShell } from '#platform/http/shell';
import { Link, PublicPage, StartButton } from '#ui';
import type { Directory } from '../directory.ts';
import { DiversionList } from '../diversion-list.page.tsx';
import { OtherWays } from './other-ways.page.tsx';
import { ownerName } from './owner-name.ts';

interface ServicePageProps extends PublicShell {
  service: ServiceDefinition;
  directory: Directory;
}

/** One service: what it is, who it is for, how long it takes, how to start, other ways to get it, who owns it. */
export function ServicePage({ service, directory, ...shell }: ServicePageProps) {
  const { words, topic } = service;
  const found = directory.config.profile.topics.find(({ slug }) => slug === topic);
  return (
    <PublicPage
      {...shell}
      title={english(service.name)}
      breadcrumbs={[
        { text: 'Home', href: '/' },
        { text: 'Services', href: found ? `/services#topic-${topic}` : '/services' },
        { text: english(service.name) },
      ]}
    >
      <h1 class="govuk-heading-xl">{english(service.name)}</h1>
      <p class="govuk-body-l">{english(words.what)}</p>
      <p class="govuk-body">{english(words.who)}</p>
      {isTransaction(service) ? null : <Diversions service={service} directory={directory} />}
      <h2 class="govuk-heading-m">How long it takes</h2>
      <p class="govuk-body">{english(words.howLong)}</p>
      <Fee service={service} />
      {isTransaction(service) ? <Start service={service} /> : null}
      <h2 class="govuk-heading-m">What happens next</h2>
      <p class="govuk-body">{english(words.next)}</p>
      <Sections service={service} />
      <OtherWays service={service} directory={directory} />
      <p class="govuk-body">
        <Link href={`/services/${service.slug}/feedback`}>Tell us how this service works for you</Link>
      </p>
      <p class="govuk-body fd-owner">Who is responsible: {ownerName(service, directory)}.</p>
    </PublicPage>
  );
}

/** A report is told of; an application is asked for, unless it only tells us of something. */
function Start({ service }: { service: Transaction }) {
  if (isReport(service)) return <StartButton href={`/services/${service.slug}/report`}>Report it now</StartButton>;
  const words = service.act === 'tell' ? 'Tell us now' : 'Apply now';
  return <StartButton href={`/services/${service.slug}/apply`}>{words}</StartButton>;
}

function Diversions({ service, directory }: Pick<ServicePageProps, 'service' | 'directory'>) {
  return service.diversions.length > 0 ? <DiversionList diversions={service.diversions} directory={directory} /> : null;
}

function Fee({ service: { fee, bring } }: Pick<ServicePageProps, 'service'>) {
  return (
    <>
      {fee ? (
        <p class="govuk-body">
          It costs £{(fee.pence / 100).toFixed(2)}: {english(fee.for)}.
        </p>
      ) : null}
      {bring.length > 0 ? (
        <>
          <h2 class="govuk-heading-m">What you need</h2>
          <ul class="govuk-list govuk-list--bullet">
            {bring.map((words) => (
              <li key={english(words)}>{english(words)}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function Sections({ service: { sections, links } }: Pick<ServicePageProps, 'service'>) {
  return (
    <>
      {sections.map(({ heading, text }) => (
        <section key={english(heading)}>
          <h2 class="govuk-heading-m">{english(heading)}</h2>
          <p class="govuk-body">{english(text)}</p>
        </section>
      ))}
      {links.length > 0 ? (
        <ul class="govuk-list">
          {links.map(({ text, href }) => (
            <li key={href}>
              <Link href={href}>{english(text)}</Link>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
