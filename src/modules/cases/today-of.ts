import { councilConfig } from '#modules/councils';
import { localDate } from '#modules/places';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';

/** The council's calendar date now, `YYYY-MM-DD`: what "today" means in the rules of its services. */
export async function todayOf(tx: Tx, clock: Clock, councilId: string): Promise<string> {
  const { profile } = await councilConfig(tx, councilId);
  return localDate(clock.now(), profile.zone);
}
