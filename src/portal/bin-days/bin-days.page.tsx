import { ATTRIBUTIONS } from '#modules/places';
import type { PublicShell } from '#platform/http/shell';
import { Link, PublicPage, Table } from '#ui';
import { Attribution } from '../attribution.page.tsx';
import { sayDate } from '../say-when.ts';
import type { BinDays } from './bin-days.ts';

/** When to put out what at one address, to read, to print and to take into a calendar. */
export function BinDaysPage({ days, ...shell }: PublicShell & { days: BinDays }) {
  const { uprn, line, postcode, collections } = days;
  return (
    <PublicPage {...shell} title="Bin days" back="/" search={false}>
      <span class="govuk-caption-l">
        {line}, {postcode}
      </span>
      <h1 class="govuk-heading-l">Bin days</h1>
      <p class="govuk-body">Please put your bins out by 6am on the day.</p>
      <Table
        head={['Day', 'What to put out']}
        rows={collections.map(({ date, name, movedFrom }) => [
          movedFrom === null ? sayDate(date) : `${sayDate(date)} (not ${sayDate(movedFrom)})`,
          name,
        ])}
      />
      <h2 class="govuk-heading-m">Take the days with you</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <Link href={`/bin-days/${uprn}/calendar.ics`}>Add them to your calendar</Link>: it keeps itself up to date
        </li>
        <li>
          <Link href={`/bin-days/${uprn}/days.json`}>The same days as open data</Link>, for programs
        </li>
        <li>
          <Link href="/services/missed-bin">Tell us that we missed a bin</Link>
        </li>
      </ul>
      <Attribution of={ATTRIBUTIONS.postcodes} />
    </PublicPage>
  );
}
