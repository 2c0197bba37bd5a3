import { Link, Tag } from '#ui';
import { shortWhen } from '../../doors/when.ts';
import { howWords, STATE_WORDS } from '../hand-overs/hand-over-words.ts';
import type { CasePageProps } from './case-page-props.ts';

/** Where the case went besides the worklist of its team, and what came back. */
export function CaseHandOvers({ handOvers, directory, now }: CasePageProps) {
  if (handOvers.length === 0) return null;
  const { profile, destinations } = directory.config;
  return (
    <section class="fd-panel" aria-labelledby="hand-overs-title">
      <h2 class="govuk-heading-m" id="hand-overs-title">
        Hand-overs <span class="fd-count">{handOvers.length}</span>
      </h2>
      <ul class="fd-rows">
        {handOvers.map((one) => {
          const [words, colour] = STATE_WORDS[one.state];
          const arrived = one.deliveredAt
            ? `arrived ${shortWhen(one.deliveredAt, profile.zone, now)} ${howWords(one)}`
            : '';
          return (
            <li key={one.id} class="fd-rows__row">
              <Link class="fd-rows__main" href={`/desk/hand-overs/${one.id}`}>
                {destinations.get(one.destination)?.name.en ?? one.destination}
              </Link>
              <Tag colour={colour}>{words}</Tag>
              <span class="fd-mute">{[one.externalReference, arrived].filter(Boolean).join(' · ')}</span>
              {(one.attention ?? one.lastError) ? <span>{one.attention ?? one.lastError}</span> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
