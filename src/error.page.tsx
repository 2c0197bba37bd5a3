import { type CouncilFace, PlainPage } from '#ui';

interface ErrorPageProps {
  /** Nobody's, where no council answers at this address or the database is away. */
  council: CouncilFace | undefined;
  title: string;
  /** What to do next. */
  detail: string;
}

/** The page of a request that could not be answered. Needs nothing but its words, so that it works when little else does. */
export function ErrorPage({ council = { name: 'Frontdoor' }, title, detail }: ErrorPageProps) {
  return (
    <PlainPage council={council} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{detail}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          Go to the home page
        </a>
      </p>
    </PlainPage>
  );
}
