import { type ContactPoint, english } from '#modules/councils';
import type { ServiceDefinition } from '#modules/services';
import { Link } from '#ui';
import type { Directory } from '../directory.ts';
import { sayHours } from '../say-hours.ts';

interface OtherWaysProps {
  service: ServiceDefinition;
  directory: Directory;
}

/** Nobody has to use a screen: the phone with its hours, and where to go. */
export function OtherWays({ service, directory: { config } }: OtherWaysProps) {
  const main = config.contactPoints.get(service.contact);
  const outOfHours = main?.outOfHours === undefined ? undefined : config.contactPoints.get(main.outOfHours);
  const hasCounter = service.channels.includes('counter');
  return (
    <>
      <h2 class="govuk-heading-m" id="other-ways">
        {service.kind === 'report' ? 'Other ways to tell us' : 'Contact'}
      </h2>
      {main ? <Point point={main} config={config} /> : null}
      {outOfHours ? (
        <p class="govuk-body">
          When we are closed: <Reach point={outOfHours} />, for emergencies.
        </p>
      ) : null}
      {hasCounter ? (
        <p class="govuk-body">
          You can also <Link href="/contact">come to one of our buildings</Link>, and somebody will help you.
        </p>
      ) : null}
    </>
  );
}

/** One way to reach the council: what to dial or write to, and when somebody is there. */
export function Point({ point, config }: { point: ContactPoint; config: Directory['config'] }) {
  const calendar = config.calendars.get(point.hours);
  return (
    <p class="govuk-body">
      {english(point.name)}: <Reach point={point} />
      {calendar && point.channel === 'phone' ? (
        <>
          <br />
          {sayHours(calendar)}
        </>
      ) : null}
    </p>
  );
}

/** An address that can be followed: a number to dial, an address to write to. */
export function Reach({ point: { channel, address = '' } }: { point: ContactPoint }) {
  if (channel === 'sms') return <span class="fd-number">{address}</span>;
  if (channel === 'phone') {
    return (
      <a class="govuk-link fd-number" href={`tel:${address.replace(/\s/g, '')}`}>
        {address}
      </a>
    );
  }
  if (channel === 'email') return <Link href={`mailto:${address}`}>{address}</Link>;
  return <>{address}</>;
}
