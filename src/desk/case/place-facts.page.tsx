import type { RoundState } from '#modules/places';
import { SummaryList, Tag } from '#ui';
import { shortWhen } from '../../doors/when.ts';
import { containerName } from '../../portal/report/containers.ts';
import type { CasePageProps } from './case-page-props.ts';

type Collection = NonNullable<CasePageProps['known']>['collections'][number];

/** What the gazetteer and the crews say of the address: who visits reads it first. */
export function PlaceFacts(props: CasePageProps) {
  const { known } = props;
  if (!known) return null;
  const { address, collections } = known;
  return (
    <section class="fd-panel" aria-labelledby="place-title">
      <h2 class="govuk-heading-m" id="place-title">
        At this address
      </h2>
      <Markers {...props} />
      {collections.some(({ assisted }) => assisted) ? (
        <p class="govuk-body">
          <Tag colour="teal">Assisted collection</Tag> The crew fetches the containers from the door.
        </p>
      ) : null}
      <SummaryList
        noBorder
        class="fd-facts fd-facts--wide"
        rows={[
          ...(address ? [{ key: 'Address', value: `${address.line}, ${address.postcode}` }] : []),
          ...collections.map((one) => ({ key: nameOf(props, one), value: <Round {...props} one={one} /> })),
        ]}
      />
      {address?.isInvented ? <p class="fd-mute">This address is made up for the demonstration.</p> : null}
    </section>
  );
}

function Markers({ known }: CasePageProps) {
  const markers = known?.markers ?? [];
  return (
    <>
      {markers.map(({ id, what, isInForce }) => (
        <p key={id} class={isInForce ? 'fd-notice fd-notice--error' : 'fd-notice'}>
          <strong>{isInForce ? 'Take care when visiting:' : 'Proposed, waits for a manager:'}</strong> {what}
        </p>
      ))}
    </>
  );
}

function nameOf({ directory }: CasePageProps, { container }: Collection): string {
  const name = containerName(directory.config.containers.get(container));
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function Round({ one, directory, now }: CasePageProps & { one: Collection }) {
  const { zone } = directory.config.profile;
  // Where today's collection is spoken of below, the next is the one after it.
  const next = one.state ? one.state.next : one.dates[0];
  return (
    <>
      {one.round.name}
      {next ? `, next ${day(next.on)}${next.on === next.plannedOn ? '' : `, moved from ${day(next.plannedOn)}`}` : ''}
      {one.state && one.state.kind !== 'no-collection' ? (
        <span class="fd-facts__more">{stateWords(one.state, (at) => shortWhen(at, zone, now))}</span>
      ) : null}
    </>
  );
}

function stateWords(state: Exclude<RoundState, { kind: 'no-collection' }>, when: (at: Date) => string): string {
  switch (state.kind) {
    case 'not-finished':
      return `Crew out now, usually done by ${when(state.expectedBy)}`;
    case 'not-presented':
      return `Not put out, noted ${when(state.at)}${state.isValid ? '' : ': no reason here, the crew should have fetched it'}`;
    case 'contaminated':
      return `Wrong things in it, noted ${when(state.at)}`;
    case 'access-blocked':
      return `The way was blocked, noted ${when(state.at)}`;
    case 'not-completed':
      return `Not collected on ${day(state.on)} (${SCOPES[state.scope]})${state.note ? `: ${state.note}` : ''}`;
    case 'finished':
      return state.at
        ? `Round of ${day(state.on)} finished ${when(state.at)}`
        : `Round of ${day(state.on)} counts as done`;
    case 'window-over':
      return `Too late to report the collection of ${day(state.on)}`;
  }
}

const SCOPES = { address: 'this address', street: 'the whole street', round: 'the whole round' };

/** "Thu 26 Nov", from a calendar date. */
function day(date: string): string {
  return DAY.format(new Date(`${date}T00:00:00Z`)).replace(',', '');
}

// Making one costs more than drawing the page.
const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
