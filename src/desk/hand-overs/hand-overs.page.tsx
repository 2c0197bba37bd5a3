import {
  type DestinationCounts,
  HAND_OVER_FILTERS,
  type HandOverFilter,
  type HandOverLine,
  type StraightThrough,
} from '#modules/handovers';
import type { DeskShell } from '#platform/http/shell';
import {
  Button,
  DeskPage,
  EmptyState,
  type Errors,
  Filters,
  Form,
  Link,
  Pagination,
  ScrollRegion,
  Select,
  Table,
  Tag,
} from '#ui';
import { shortWhen } from '../../doors/when.ts';
import { FILTER_WORDS, howWords, STATE_WORDS } from './hand-over-words.ts';
import { StraightThroughTable } from './straight-through.page.tsx';

interface HandOversProps {
  shell: DeskShell;
  hidden: Record<string, string>;
  counts: readonly DestinationCounts[];
  /** What ended in so many days, by service, and the names of the services. */
  straight: { lines: readonly StraightThrough[]; services: ReadonlyMap<string, string>; days: number };
  lines: readonly HandOverLine[];
  /** The key of the following page; null ends the list. */
  next: string | null;
  filter: HandOverFilter;
  destination: string | undefined;
  /** Names by slug, of every destination that the council has now. */
  destinations: ReadonlyMap<string, string>;
  /** What the operator must still set, by slug; null where nothing is missing. */
  missing: ReadonlyMap<string, string | null>;
  errors: Errors;
  zone: string;
  now: Date;
}

/** Where accepted cases went besides the worklists: what has arrived, what waits and why, and what a person must see to. */
export function HandOversPage(props: HandOversProps) {
  const { shell, straight, lines, next, filter, destination, destinations, errors } = props;
  const query = new URLSearchParams({ state: filter, ...(destination !== undefined && { destination }) });
  const heading = destination === undefined ? 'Hand-overs' : (destinations.get(destination) ?? destination);
  return (
    <DeskPage {...shell} title="Hand-overs" errors={errors}>
      <h1 class="govuk-heading-l">Hand-overs</h1>
      <Destinations {...props} />
      <StraightThroughTable {...straight} />
      <Filters action="/desk/hand-overs">
        <Select
          name="destination"
          label="Where"
          value={destination ?? ''}
          items={[{ value: '', text: 'Everywhere' }, ...[...destinations].map(([value, text]) => ({ value, text }))]}
        />
        <Select
          name="state"
          label="Which"
          value={filter}
          items={HAND_OVER_FILTERS.map((value) => ({ value, text: FILTER_WORDS[value] }))}
        />
      </Filters>
      {lines.length === 0 ? <EmptyState title="No hand-overs are here" /> : <Lines {...props} heading={heading} />}
      {next ? <Pagination next={{ href: `/desk/hand-overs?${query.toString()}&before=${next}` }} /> : null}
      <p class="govuk-body">
        <Link href={`/desk/hand-overs.csv?${query.toString()}`}>This list as CSV</Link>
      </p>
    </DeskPage>
  );
}

function Destinations({ counts, destinations, missing, hidden, zone, now }: HandOversProps) {
  if (counts.length === 0) return null;
  const number = (slug: string, state: HandOverFilter, count: number) =>
    count === 0 ? '0' : <Link href={`/desk/hand-overs?destination=${slug}&state=${state}`}>{String(count)}</Link>;
  return (
    <ScrollRegion label="Destinations">
      <Table
        head={[
          'Where',
          'Waiting',
          'Oldest',
          'Arrived',
          'Answered',
          'Not taken',
          'Given up',
          'To look at',
          'How it stands',
          { text: <span class="govuk-visually-hidden">What to do</span> },
        ]}
        rows={counts.map(({ destination, states, attention, oldest, rest }) => [
          destinations.get(destination) ?? destination,
          number(destination, 'waiting', states.waiting),
          oldest ? shortWhen(oldest, zone, now) : '',
          number(destination, 'delivered', states.delivered),
          number(destination, 'answered', states.answered),
          number(destination, 'failed', states.failed),
          number(destination, 'given-up', states['given-up']),
          number(destination, 'attention', attention),
          { text: howItStands(missing.get(destination), rest, (at) => shortWhen(at, zone, now)), class: 'fd-wrap' },
          states.waiting + states.failed + states['given-up'] > 0 ? (
            <RetryAll
              key="retry"
              hidden={hidden}
              destination={destination}
              name={destinations.get(destination) ?? ''}
            />
          ) : (
            ''
          ),
        ])}
      />
    </ScrollRegion>
  );
}

function howItStands(
  missing: string | null | undefined,
  rest: DestinationCounts['rest'],
  when: (at: Date) => string,
): string {
  if (missing === undefined) return 'No longer in the council’s folder';
  if (missing !== null) return missing;
  if (rest) return `Left alone until ${when(rest.until)}: ${rest.lastError ?? 'it failed too often'}`;
  return 'Working';
}

function RetryAll({
  hidden,
  destination,
  name,
}: {
  hidden: Record<string, string>;
  destination: string;
  name: string;
}) {
  return (
    <Form action="/desk/hand-overs/retries" hidden={{ ...hidden, destination }}>
      <Button look="secondary">
        Try all now<span class="govuk-visually-hidden"> for {name}</span>
      </Button>
    </Form>
  );
}

function Lines({ lines, destinations, heading, zone, now }: HandOversProps & { heading: string }) {
  return (
    <ScrollRegion label={heading}>
      <Table
        head={['Case', 'Where', 'State', 'Accepted', 'Arrived', 'Their reference', 'Why, or what to do']}
        rows={lines.map((line) => {
          const [words, colour] = STATE_WORDS[line.state];
          const tries = line.attempts > 1 ? ` ${String(line.attempts)} tries` : '';
          return [
            <Link key="case" href={`/desk/hand-overs/${line.id}`}>{`${line.reference} ${line.title}`}</Link>,
            destinations.get(line.destination) ?? line.destination,
            <span key="state">
              <Tag colour={colour}>{words}</Tag>
              {tries}
            </span>,
            shortWhen(line.madeAt, zone, now),
            arrivedWords(line, (at) => shortWhen(at, zone, now)),
            line.externalReference ?? '',
            { text: line.attention ?? line.lastError ?? line.result ?? '', class: 'fd-wrap' },
          ];
        })}
      />
    </ScrollRegion>
  );
}

/** That it went by itself is nothing to say of; that somebody carried it is. */
function arrivedWords(line: HandOverLine, when: (at: Date) => string): string {
  if (!line.deliveredAt) return '';
  return line.deliveredHow === 'automatic' ? when(line.deliveredAt) : `${when(line.deliveredAt)}, ${howWords(line)}`;
}
