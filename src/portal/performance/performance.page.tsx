import { type PublishedMonth, SMALLEST_SHOWN, totalOf } from '#modules/insight';
import type { PublicShell } from '#platform/http/shell';
import { Button, Form, Link, PublicPage, Select, Table } from '#ui';
import type { Directory } from '../directory.ts';
import { sayInstant } from '../say-when.ts';
import { LICENCE, nameOfService } from './performance-files.ts';

interface PerformancePageProps extends PublicShell {
  directory: Directory;
  /** To choose from, the newest first: `YYYY-MM`. */
  months: readonly string[];
  published: PublishedMonth | undefined;
  error: string | undefined;
}

/** What we promised and what we kept, for one month. */
export function PerformancePage({ directory, months, published, error, ...shell }: PerformancePageProps) {
  const errors = error === undefined ? {} : { month: error };
  return (
    <PublicPage {...shell} title="How we did" errors={errors} wide>
      <h1 class="govuk-heading-xl">How we did</h1>
      <p class="govuk-body-l fd-measure">
        When you tell us something, we say by when we will deal with it. This is what became of{' '}
        <Link href="/charter">what we promised</Link>, counted from the promises themselves.
      </p>
      <Form action="/performance" method="get">
        <Select
          name="month"
          label="Month"
          value={published?.month}
          items={[...(published && !months.includes(published.month) ? [published.month] : []), ...months].map(
            (month) => ({ value: month, text: sayMonth(month) }),
          )}
          errors={errors}
        />
        <Button look="secondary">Show</Button>
      </Form>
      {published ? <Month published={published} directory={directory} /> : null}
      <WhatItMeans />
    </PublicPage>
  );
}

function Month({ published, directory }: { published: PublishedMonth; directory: Directory }) {
  const { all, services, month, asOf } = published;
  const due = all.kept + all.missed + all.overdue;
  if (totalOf(all) === 0) {
    return (
      <>
        <h2 class="govuk-heading-l">{sayMonth(month)}</h2>
        <p class="govuk-body">No promise of ours fell due in {sayMonth(month)}.</p>
      </>
    );
  }
  if (services.length === 0) {
    return (
      <>
        <h2 class="govuk-heading-l">{sayMonth(month)}</h2>
        <p class="govuk-body">
          Fewer than {SMALLEST_SHOWN} promises fell due in {sayMonth(month)}. That is too few to show.
        </p>
      </>
    );
  }
  return (
    <>
      <h2 class="govuk-heading-l">
        {due === 0
          ? `${sayMonth(month)}: none has been decided yet`
          : `${sayMonth(month)}: we kept ${all.kept.toLocaleString('en-GB')} of ${due.toLocaleString('en-GB')} promises`}
      </h2>
      <FiguresTable published={published} directory={directory} />
      {all.mayChange > 0 ? (
        <p class="govuk-body fd-measure">
          {all.mayChange.toLocaleString('en-GB')} of those that we kept may still change: whoever reported it can say
          that it is not fixed, and then we count it as missed.
        </p>
      ) : null}
      <p class="govuk-body fd-measure">
        Counted on {sayInstant(asOf, directory.config.profile.zone)}. Take it with you:{' '}
        <Link href={`/performance.csv?month=${month}`}>{sayMonth(month)} as CSV</Link>,{' '}
        <Link href={`/performance.json?month=${month}`}>as JSON</Link>. You may use and share it under the{' '}
        <Link href={LICENCE.url}>{LICENCE.name}</Link>.
      </p>
    </>
  );
}

const COLUMNS = [
  ['kept', 'Kept'],
  ['missed', 'Missed'],
  ['renegotiated', 'New date agreed'],
  ['open', 'Still open'],
  ['overdue', 'Overdue'],
] as const;

/** On a narrow screen each service is a block, with the head of the column beside its figure. */
function FiguresTable({
  published: { services, all },
  directory,
}: {
  published: PublishedMonth;
  directory: Directory;
}) {
  const rows = [
    ...services.map((row) => ({ name: nameOfService(row, directory), row })),
    { name: 'All services', row: all },
  ];
  return (
    <Table
      class="fd-figures"
      head={['Service', ...COLUMNS.map(([, text]) => ({ text, numeric: true }))]}
      rows={rows.map(({ name, row }) => [
        name,
        ...COLUMNS.map(([column, head]) => ({
          text: row[column].toLocaleString('en-GB'),
          numeric: true,
          attrs: { 'data-head': head },
        })),
      ])}
      firstCellIsHeader
    />
  );
}

function WhatItMeans() {
  return (
    <>
      <h2 class="govuk-heading-m">What the words mean</h2>
      <ul class="govuk-list govuk-list--bullet fd-measure">
        <li>A promise counts in the month in which it was due.</li>
        <li>Kept means done at or before the time that we said. Missed means later, or said not to be fixed.</li>
        <li>A new date counts only if we agreed it, and told you, before the old one had passed.</li>
        <li>Still open means not due yet, or waiting for an answer to a question that we asked.</li>
        <li>
          A service with fewer than {SMALLEST_SHOWN} promises in the month is counted under “Other services”, and where
          those are few too, the next smallest with them, so that no figure speaks of one household.
        </li>
        <li>What was reported before we used this system, or taken back, does not count.</li>
      </ul>
    </>
  );
}

/** "October 2026", from `2026-10`. */
function sayMonth(month: string): string {
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}
