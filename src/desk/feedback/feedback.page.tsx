import type { FeedbackCount, FeedbackLine } from '#modules/feedback';
import type { DeskShell } from '#platform/http/shell';
import { DeskPage, EmptyState, Filters, Link, Pagination, ScrollRegion, Select, Table } from '#ui';
import { type PageKey, writePageKey } from '../../doors/page-key.ts';
import { shortWhen } from '../../doors/when.ts';
import type { Directory } from '../../portal/directory.ts';

interface FeedbackListPageProps {
  shell: DeskShell;
  lines: readonly FeedbackLine[];
  counts: readonly FeedbackCount[];
  /** The one service that is shown; all when undefined. */
  service: string | undefined;
  next: PageKey | null;
  directory: Directory;
  now: Date;
}

const SCORE_WORDS = ['', 'Very badly', 'Badly', 'Neither', 'Well', 'Very well'] as const;

/** What people say of the services, newest first, and how each was scored. */
export function FeedbackListPage(props: FeedbackListPageProps) {
  const { shell, lines, service, next, directory, now } = props;
  const { zone } = directory.config.profile;
  return (
    <DeskPage {...shell} title="Feedback">
      <h1 class="govuk-heading-l">What people say of our services</h1>
      <p class="fd-mute">It came without a name and is not published. Nobody waits for an answer here.</p>
      <Filters action="/desk/feedback">
        <Select name="service" label="Service" value={service ?? ''} items={servicesOf(props)} />
      </Filters>
      <Scores {...props} />
      {lines.length === 0 ? <EmptyState title="Nobody has said anything yet" /> : null}
      <ol class="fd-history" aria-label="Feedback, newest first">
        {lines.map(({ id, serviceSlug, score, words, cameFrom, at }) => (
          <li key={id} class="fd-history__item">
            <span class="fd-history__when fd-numeric">{shortWhen(at, zone, now)}</span>
            <span class="fd-history__what">
              <strong>{SCORE_WORDS[score]}</strong>: {nameOf(directory, serviceSlug)}{' '}
              <span class="fd-mute">{cameFrom === 'sent' ? 'after sending' : 'on its page'}</span>
              {words === null ? null : <span class="fd-typed fd-wrap">{`\n${words}`}</span>}
            </span>
          </li>
        ))}
      </ol>
      {next ? <Pagination next={{ href: addressOf(service, next) }} /> : null}
    </DeskPage>
  );
}

function Scores({ counts, directory }: FeedbackListPageProps) {
  if (counts.length === 0) return null;
  return (
    <ScrollRegion label="How each service was scored" class="fd-panel">
      <Table
        caption="Scored in the last 90 days, 5 is best"
        captionSize="m"
        head={['Service', { text: 'How many', numeric: true }, { text: 'Mean', numeric: true }]}
        rows={counts.map(({ serviceSlug, count, mean }) => [
          <Link key={serviceSlug} href={addressOf(serviceSlug, null)}>
            {nameOf(directory, serviceSlug)}
          </Link>,
          { text: String(count), numeric: true },
          { text: mean.toFixed(1), numeric: true },
        ])}
      />
    </ScrollRegion>
  );
}

function servicesOf({ directory }: FeedbackListPageProps) {
  const all = [...directory.catalogue.services.keys()].map((slug) => ({ value: slug, text: nameOf(directory, slug) }));
  return [{ value: '', text: 'All services' }, ...all.sort((one, other) => one.text.localeCompare(other.text))];
}

function nameOf({ catalogue }: Directory, slug: string): string {
  return catalogue.services.get(slug)?.service.name.en ?? slug;
}

function addressOf(service: string | undefined, next: PageKey | null): string {
  const query = new URLSearchParams({
    ...(service !== undefined && { service }),
    ...(next && { after: writePageKey(next) }),
  });
  return `/desk/feedback?${query.toString()}`;
}
