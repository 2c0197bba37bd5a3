import { english } from '#modules/councils';
import type { Standard } from '#modules/services';
import type { PublicShell } from '#platform/http/shell';
import { Link, PublicPage, ScrollRegion, Table } from '#ui';
import type { Directory } from '../directory.ts';

/** What we promise: each standard with its figure and where the figure comes from. */
export function CharterPage({ directory, ...shell }: PublicShell & { directory: Directory }) {
  const { catalogue, config } = directory;
  const standards = [...catalogue.standards.values()].map(({ standard }) => standard).filter(({ charter }) => charter);
  return (
    <PublicPage {...shell} title="What we promise" wide>
      <h1 class="govuk-heading-xl">What we promise</h1>
      <p class="govuk-body-l fd-measure">
        When you tell us something, we say by when we will deal with it. If we cannot keep a date, we tell you before it
        has passed. <Link href="/performance">See how many we kept</Link>.
      </p>
      <p class="govuk-body fd-measure">
        Times are counted in working days unless we say hours. {config.profile.shortName}’s own means that we set the
        time ourselves. The others are set by law, by an ombudsman’s code, or follow another council’s published
        charter.
      </p>
      <ScrollRegion label="Our promises">
        <Table
          head={['What we do', 'When', 'Where the time comes from']}
          rows={standards.map((standard) => [
            english(standard.name),
            english(standard.words),
            <SourceOf key={standard.slug} standard={standard} />,
          ])}
          firstCellIsHeader
        />
      </ScrollRegion>
      <h2 class="govuk-heading-m">If we do not keep a promise</h2>
      <p class="govuk-body fd-measure">
        Tell us: <Link href="/track">open your report</Link> with its reference, or{' '}
        <Link href="/contact">contact us</Link>. You can complain if you are not satisfied with our answer.
      </p>
    </PublicPage>
  );
}

const KINDS = { law: 'Law', code: 'Code', example: 'Example', own: '' } as const;

function SourceOf({ standard: { source } }: { standard: Standard }) {
  const kind = KINDS[source.kind];
  const words = source.url ? <Link href={source.url}>{source.text}</Link> : source.text;
  return (
    <span>
      {kind === '' ? null : `${kind}: `}
      {words}
    </span>
  );
}
