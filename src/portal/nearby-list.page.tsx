import type { NearbyCase } from '#modules/cases';
import { Link } from '#ui';
import { sayInstant } from './say-when.ts';

interface NearbyListProps {
  cases: readonly NearbyCase[];
  zone: string;
}

/** Open public reports, each with its distance, when it was made and what it says in public. */
export function NearbyList({ cases, zone }: NearbyListProps) {
  return (
    <ul class="fd-nearby">
      {cases.map(({ reference, title, publicText, place, metres, openedAt }) => (
        <li key={reference} class="fd-card">
          <h2 class="govuk-heading-s">
            <Link href={`/track/${reference}`}>
              {title}
              {place ? `, ${place}` : ''}
            </Link>
          </h2>
          <p class="govuk-body">
            {metres < 10 ? 'Here' : `${metres} metres away`}. Reported {sayInstant(openedAt, zone)}.
          </p>
          {publicText ? <p class="govuk-body">{publicText}</p> : null}
          <p class="govuk-body">
            <Link href={`/track/${reference}/follow`}>
              Follow it<span class="govuk-visually-hidden">: {place ? `${title}, ${place}` : title}</span>
            </Link>{' '}
            and we tell you how it goes
          </p>
        </li>
      ))}
    </ul>
  );
}
