import type { RoundPlan } from '#modules/places';
import type { Actor } from '#modules/staff';
import { systemActor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import { asOwner, type Db } from '#platform/db';
import { newId } from '#platform/ids';

/** The council's own clockwork, which may write what tests of places need. */
export function clockwork(councilId: string): Actor {
  return { ...systemActor(councilId), type: 'system' };
}

/** A council with nothing in it, apart from the demonstration's. @returns its id. */
export async function aCouncil(db: Db, clock: Clock, slug: string): Promise<string> {
  const id = newId(clock);
  const council = { id, slug, name: `${slug} council`, created_at: clock.now() };
  await asOwner(db, (tx) => tx.insertInto('councils').values(council).execute());
  return id;
}

/** Rubbish every Tuesday; recycling every other Tuesday, with 24 November 2026 among its days; Thursday's rubbish. */
export const testRounds: RoundPlan[] = [
  { ...round('rubbish-tue', 2, '2026-01-06'), containers: ['rubbish'], everyWeeks: 1 },
  { ...round('recycling-tue', 2, '2026-11-24'), containers: ['recycling'], everyWeeks: 2 },
  { ...round('rubbish-thu', 4, '2026-01-08'), containers: ['rubbish'], everyWeeks: 1 },
];

function round(slug: string, weekday: number, first: string) {
  return { slug, name: slug, weekday, first, outBy: '06:00', usuallyDone: '14:00' };
}
