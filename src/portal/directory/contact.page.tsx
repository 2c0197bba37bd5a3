import { type CalendarDefinition, english, type Site } from '#modules/councils';
import type { PublicShell } from '#platform/http/shell';
import { Link, PublicPage } from '#ui';
import type { Directory } from '../directory.ts';
import { sayHours } from '../say-hours.ts';
import { sayDate } from '../say-when.ts';
import { Point, Reach } from './other-ways.page.tsx';

/** How to reach us: online, by phone with its hours, in writing, in person; and what to do when we are closed. */
export function ContactPage({ directory, ...shell }: PublicShell & { directory: Directory }) {
  const { config } = directory;
  const { profile } = config;
  const points = [...config.contactPoints.values()].filter(({ published }) => published);
  const main = config.contactPoints.get(profile.settings.mainContactPoint);
  const outOfHours = main?.outOfHours === undefined ? undefined : config.contactPoints.get(main.outOfHours);
  const otherLines = points.filter((point) => point.channel === 'phone' && point !== main && point !== outOfHours);
  return (
    <PublicPage {...shell} title="Contact us">
      <h1 class="govuk-heading-xl">Contact us</h1>
      <p class="govuk-body-l">
        The quickest way is online: <Link href="/services">find a service</Link> or{' '}
        <Link href="/track">see how your report is going</Link>, day and night.
      </p>
      <h2 class="govuk-heading-m">Call us</h2>
      {main ? <Point point={main} config={config} /> : null}
      {main ? <ClosedDays calendar={config.calendars.get(main.hours)} /> : null}
      <p class="govuk-body">If you are deaf or find it hard to speak, use Relay UK: dial 18001 before the number.</p>
      <h2 class="govuk-heading-m">Danger that cannot wait</h2>
      <p class="govuk-body">If somebody is hurt or in danger, call 999.</p>
      {outOfHours ? (
        <p class="govuk-body">
          {english(profile.outOfHours.words)} <Reach point={outOfHours} />
        </p>
      ) : null}
      {otherLines.length > 0 ? <h2 class="govuk-heading-m">Other lines</h2> : null}
      {otherLines.map((point) => (
        <Point key={point.slug} point={point} config={config} />
      ))}
      <h2 class="govuk-heading-m">Write to us</h2>
      {points
        .filter(({ channel }) => ['email', 'letter', 'sms'].includes(channel))
        .map((point) => (
          <Point key={point.slug} point={point} config={config} />
        ))}
      <h2 class="govuk-heading-m">Come and see us</h2>
      {[...config.sites.values()].map((site) => (
        <Building key={site.slug} site={site} calendar={config.calendars.get(site.hours)} />
      ))}
    </PublicPage>
  );
}

function Building({ site, calendar }: { site: Site; calendar: CalendarDefinition | undefined }) {
  return (
    <div class="fd-card">
      <h3 class="govuk-heading-s">{english(site.name)}</h3>
      <p class="govuk-body">
        {[...site.address, site.postcode].join(', ')}
        {calendar ? (
          <>
            <br />
            {sayHours(calendar)}
          </>
        ) : null}
      </p>
      <p class="govuk-body">{english(site.offers)}</p>
      {site.access ? <p class="govuk-body">{english(site.access)}</p> : null}
    </div>
  );
}

/** Days on which the usual hours do not hold, besides bank holidays. */
function ClosedDays({ calendar }: { calendar: CalendarDefinition | undefined }) {
  if (!calendar) return null;
  const shorter = Object.entries(calendar.openings).map(
    ([date, hours]) => `${sayDate(date)}: ${hours.map(({ opens, closes }) => `${opens} to ${closes}`).join(' and ')}`,
  );
  const closed = Object.entries(calendar.closed).map(([date, why]) => `${sayDate(date)}: closed. ${why}`);
  const days = [...shorter, ...closed];
  return (
    <p class="govuk-body">
      We are closed on bank holidays.{days.length > 0 ? ` Other hours: ${days.join('; ')}.` : null}
    </p>
  );
}
