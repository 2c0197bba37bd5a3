import { english } from '#modules/councils';
import type { Diversion } from '#modules/services';
import { Link } from '#ui';
import type { Directory } from './directory.ts';

const ORDER = ['emergency', 'other-body', 'other-service'] as const;

/** What is not for this form: emergencies first, each with somewhere to go. */
export function DiversionList({ diversions, directory }: { diversions: readonly Diversion[]; directory: Directory }) {
  const sorted = ORDER.flatMap((urgency) => diversions.filter((one) => one.urgency === urgency));
  return (
    <ul class="fd-diversions">
      {sorted.map((one) => (
        <li key={one.id} class={`fd-diversion fd-diversion--${one.urgency}`}>
          <h2 class="govuk-heading-s">{english(one.when)}</h2>
          <p class="govuk-body">{english(one.tell)}</p>
          <SomewhereToGo diversion={one} directory={directory} />
        </li>
      ))}
    </ul>
  );
}

function SomewhereToGo({ diversion, directory }: { diversion: Diversion; directory: Directory }) {
  const { phone, link, service, contactPoint, partner } = diversion;
  const { config, catalogue } = directory;
  const point = contactPoint === undefined ? undefined : config.contactPoints.get(contactPoint);
  const number = phone ?? (point?.channel === 'phone' ? point.address : undefined);
  const other = service === undefined ? undefined : catalogue.services.get(service)?.service;
  const who = partner === undefined ? undefined : config.partners.get(partner);
  return (
    <>
      {number ? <Call number={number} who={who && english(who.name)} /> : null}
      {link ? (
        <p class="govuk-body">
          <Link href={link.href}>{english(link.text)}</Link>
        </p>
      ) : null}
      {other ? (
        <p class="govuk-body">
          <Link href={`/services/${other.slug}`}>{english(other.name)}</Link>
        </p>
      ) : null}
    </>
  );
}

function Call({ number, who }: { number: string; who: string | undefined }) {
  return (
    <p class="govuk-body">
      Call{' '}
      <a class="govuk-link fd-number" href={`tel:${number.replace(/\s/g, '')}`}>
        {number}
      </a>
      {who ? ` (${who})` : null}
    </p>
  );
}
