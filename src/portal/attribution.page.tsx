import { Link } from '#ui';

interface AttributionProps {
  of: { text: string; licence: string; licenceUrl: string };
}

/** Whose data the page shows, in the words of its licence, beneath the data. */
export function Attribution({ of: { text, licence, licenceUrl } }: AttributionProps) {
  return (
    <p class="govuk-body-s fd-attribution">
      {text}. <Link href={licenceUrl}>{licence}</Link>
    </p>
  );
}
