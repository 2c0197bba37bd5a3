import { councilConfig } from '#modules/councils';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import './tables.ts';
import { NOT_ARRIVED } from './words.ts';

export interface NotArrived {
  destination: string;
  name: string;
  count: number;
  oldestDays: number;
}

const DAY = 86_400_000;
/** What came in within the hour is on its way, not late. */
const ON_ITS_WAY = 3_600_000;

/** What has not arrived where it should go, by destination, or needs a person to look at it. */
export async function notArrived(tx: Tx, clock: Clock, councilId: string): Promise<NotArrived[]> {
  const now = clock.now();
  const { destinations } = await councilConfig(tx, councilId);
  const rows = await tx
    .selectFrom('hand_overs')
    .select(({ fn }) => ['destination', fn.countAll<number>().as('count'), fn.min('made_at').as('oldest')])
    .where('council_id', '=', councilId)
    .where('made_at', '<', new Date(now.getTime() - ON_ITS_WAY))
    .where((eb) => eb.or([eb('state', 'in', NOT_ARRIVED), eb('attention', 'is not', null)]))
    .groupBy('destination')
    .orderBy('destination')
    .execute();
  return rows.map(({ destination, count, oldest }) => ({
    destination,
    name: destinations.get(destination)?.name.en ?? destination,
    count,
    oldestDays: Math.floor((now.getTime() - oldest.getTime()) / DAY),
  }));
}
