import type { NearbyCase } from '#modules/cases';
import { href, Link } from '#ui';
import { sayInstant } from './say-when.ts';

interface NearbyListProps {
  cases: readonly NearbyCase[];
  zone: string;
}

/** Open public reports, each with its distance, when it was made and what it says in public. */
export function NearbyList({ cases, zone }: NearbyListProps) {
  return (
    <ul class="fd-nearby">
      {cases.map(({ reference, title, publicText, place, metres, openedAt, photos }) => (
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
          <Photo reference={reference} photos={photos} />
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

function Photo({ reference, photos: [first] }: Pick<NearbyCase, 'reference' | 'photos'>) {
  if (!first) return null;
  return (
    <p class="fd-photo">
      <img
        src={href(`/track/${reference}/photos/${first.id}`)}
        alt={`What was reported, ${reference}`}
        width={first.width ?? undefined}
        height={first.height ?? undefined}
        loading="lazy"
      />
    </p>
  );
}
