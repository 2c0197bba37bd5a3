import type { HandOverLine } from '#modules/handovers';
import { Button, Form, Link, Tag } from '#ui';
import { shortWhen } from '../../doors/when.ts';
import { howWords, STATE_WORDS } from '../hand-overs/hand-over-words.ts';
import type { CasePageProps } from './case-page-props.ts';

/** Where the case went besides the worklist of its team, what came back, and where else its service would send it now. */
export function CaseHandOvers(props: CasePageProps) {
  const { handOvers } = props;
  const open = openTo(props);
  if (handOvers.length === 0 && open.length === 0) return null;
  return (
    <section class="fd-panel" aria-labelledby="hand-overs">
      <h2 class="govuk-heading-m" id="hand-overs">
        Hand-overs <span class="fd-count">{handOvers.length}</span>
      </h2>
      <ul class="fd-rows">
        {handOvers.map((one) => (
          <Line key={one.id} {...props} one={one} />
        ))}
      </ul>
      {open.map((one) => (
        <HandOverNow key={one.slug} {...props} {...one} />
      ))}
    </section>
  );
}

/**
 * Destinations that the service names today and the case did not go to: it is older than they are, came under another
 * service, or its answers did not call for it.
 */
function openTo({ handOvers, directory, view, offers }: CasePageProps): { slug: string; name: string }[] {
  if (!offers.work || view.ending) return [];
  const { catalogue, config } = directory;
  const named = catalogue.services.get(view.service.slug)?.service.handOver ?? [];
  return named
    .map((entry) => config.destinations.get(typeof entry === 'string' ? entry : entry.to))
    .filter((one) => one !== undefined)
    .filter(({ slug }) => handOvers.every(({ destination }) => destination !== slug))
    .map(({ slug, name }) => ({ slug, name: name.en }));
}

function Line({ one, directory, now }: CasePageProps & { one: HandOverLine }) {
  const { profile, destinations } = directory.config;
  const [words, colour] = STATE_WORDS[one.state];
  const arrived = one.deliveredAt ? `arrived ${shortWhen(one.deliveredAt, profile.zone, now)} ${howWords(one)}` : '';
  return (
    <li class="fd-rows__row">
      <Link class="fd-rows__main" href={`/desk/hand-overs/${one.id}`}>
        {destinations.get(one.destination)?.name.en ?? one.destination}
      </Link>
      <Tag colour={colour}>{words}</Tag>
      <span class="fd-mute">{[one.externalReference, arrived].filter(Boolean).join(' · ')}</span>
      {(one.attention ?? one.lastError) ? <span>{one.attention ?? one.lastError}</span> : null}
    </li>
  );
}

function HandOverNow({ slug, name, view, hidden }: CasePageProps & { slug: string; name: string }) {
  return (
    <Form action={`/desk/cases/${view.reference}/hand-over`} hidden={{ ...hidden, destination: slug }}>
      <Button look="secondary">Hand it over now to: {name}</Button>
    </Form>
  );
}
