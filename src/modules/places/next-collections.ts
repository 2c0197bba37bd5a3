import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { type Collection, collectionDates } from './collection-dates.ts';
import { type CollectionFacts, collectionFacts, movesOf } from './collection-facts.ts';
import { addDays, type LocalDate, localDate } from './local-date.ts';

interface CollectionsOf {
  councilId: string;
  uprn: number;
  /** The council's time zone: today is a date on its wall. */
  zone: string;
  /** How many dates of each container; three where nothing is said, and never further than sixteen weeks. */
  howMany?: number;
}

export interface NextCollections {
  container: string;
  assisted: boolean;
  round: CollectionFacts['round'];
  /** The next ones, today included, moved dates moved. */
  dates: Collection[];
}

const HOW_MANY = 3;
/** Three times four weeks, and room for moved dates. */
const DAYS_AHEAD = 112;

/** Each container at an address with its round and the next dates, in one query. */
export async function nextCollections(
  tx: Tx,
  clock: Clock,
  { councilId, uprn, zone, howMany = HOW_MANY }: CollectionsOf,
): Promise<NextCollections[]> {
  const today = localDate(clock.now(), zone);
  const facts = await collectionFacts(tx, { councilId, uprn }, today);
  return facts.map((one) => ({
    container: one.container,
    assisted: one.assisted,
    round: one.round,
    dates: datesAhead(one, today).slice(0, howMany),
  }));
}

function datesAhead(facts: CollectionFacts, today: LocalDate): Collection[] {
  return collectionDates(facts.rhythm, today, addDays(today, DAYS_AHEAD), movesOf(facts));
}
