import { english } from '#modules/councils';
import { addressByUprn, nextCollections } from '#modules/places';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { directoryOf } from '../directory.ts';

/** One container on one day. */
export interface CollectionDay {
  /** `YYYY-MM-DD`. */
  date: string;
  container: string;
  name: string;
  /** The usual day, where a holiday or the weather moved it; null otherwise. */
  movedFrom: string | null;
}

export interface BinDays {
  uprn: number;
  line: string;
  postcode: string;
  collections: readonly CollectionDay[];
}

const WEEKS = 8;

/** The collections of an address in the coming weeks, the next first; undefined where the council collects nothing. */
export async function binDays(
  tx: Tx,
  clock: Clock,
  council: Parameters<typeof directoryOf>[1],
  uprn: number,
): Promise<BinDays | undefined> {
  const address = await addressByUprn(tx, council.id, uprn);
  if (!address) return undefined;
  const { config } = await directoryOf(tx, council);
  const of = { councilId: council.id, uprn, zone: config.profile.zone, howMany: WEEKS };
  const collections = await nextCollections(tx, clock, of);
  if (collections.length === 0) return undefined;
  const days = collections.flatMap(({ container, dates }) => {
    const known = config.containers.get(container);
    const name = known ? english(known.name) : container;
    return dates.map(({ on, plannedOn }) => ({
      date: on,
      container,
      name,
      movedFrom: on === plannedOn ? null : plannedOn,
    }));
  });
  days.sort((one, other) => one.date.localeCompare(other.date) || one.name.localeCompare(other.name));
  return { uprn, line: address.line, postcode: address.postcode, collections: days };
}
