import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { collectionFacts } from './collection-facts.ts';
import { localDate } from './local-date.ts';
import { type CollectionRules, type RoundState, roundState } from './round-state.ts';

interface ContainerAt {
  councilId: string;
  uprn: number;
  /** Slug of what is put out: "rubbish", "recycling". */
  container: string;
}

/**
 * What is known of the latest collection of one container, so that Frontdoor speaks first: the round is not finished,
 * it was not presented at 07:42, the crew never reached the street, or it is too late to report.
 *
 * @see docs/domain/places.md#rounds (source: domain scenarios Kay 1 and Kay 2)
 */
export async function roundStateFor(
  tx: Tx,
  clock: Clock,
  { councilId, uprn, container }: ContainerAt,
  rules: CollectionRules,
): Promise<RoundState> {
  const now = clock.now();
  const facts = await collectionFacts(tx, { councilId, uprn }, localDate(now, rules.calendar.zone));
  const found = facts.find((one) => one.container === container);
  return found ? roundState(found, now, rules) : { kind: 'no-collection', next: null };
}
