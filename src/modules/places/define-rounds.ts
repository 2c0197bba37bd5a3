import type { Actor } from '#modules/staff';
import type { Tx } from '#platform/db';
import type { Rhythm } from './collection-dates.ts';
import { mayKeepPlaces } from './policy.ts';

/** A round as a council lays it down: which containers are taken, on which day, how often. */
export interface RoundPlan extends Rhythm {
  slug: string;
  name: string;
  /** ISO 8601: Monday is 1. */
  weekday: number;
  /** Local times, "06:00". */
  outBy: string;
  usuallyDone: string;
  containers: readonly string[];
}

type Defined = { ok: true; rounds: number } | { ok: false; refusal: 'not-allowed' };

/** Lay down a council's rounds. Running it again changes what differs; what crews reported stays with its round. */
export async function defineRounds(tx: Tx, actor: Actor, plans: readonly RoundPlan[]): Promise<Defined> {
  if (!mayKeepPlaces(actor)) return { ok: false, refusal: 'not-allowed' };
  if (plans.length === 0) return { ok: true, rounds: 0 };
  await tx
    .insertInto('rounds')
    .values(
      plans.map(({ slug, name, weekday, outBy, usuallyDone, containers, everyWeeks, first }) => ({
        council_id: actor.councilId,
        slug,
        name,
        weekday,
        out_by: outBy,
        usually_done: usuallyDone,
        containers: [...containers],
        every_weeks: everyWeeks,
        first_on: first,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['council_id', 'slug']).doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        weekday: eb.ref('excluded.weekday'),
        out_by: eb.ref('excluded.out_by'),
        usually_done: eb.ref('excluded.usually_done'),
        containers: eb.ref('excluded.containers'),
        every_weeks: eb.ref('excluded.every_weeks'),
        first_on: eb.ref('excluded.first_on'),
      })),
    )
    .execute();
  return { ok: true, rounds: plans.length };
}
