import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { defineRounds, type RoundPlan } from './define-rounds.ts';
import { type DemoAddress, demoAddresses } from './demo-addresses.ts';
import { mayKeepPlaces } from './policy.ts';
import { putAddresses } from './put-addresses.ts';
import { recountStreets } from './recount-streets.ts';

interface LoadDemo {
  districts: readonly string[];
  rounds: readonly RoundPlan[];
  /** Postcodes where the demonstration's people live. */
  include?: readonly string[];
}

type Loaded = { ok: true; addresses: number } | { ok: false; refusal: 'not-allowed' };

/** Lay down the demonstration's rounds and invented addresses. Running it again changes nothing. */
export async function loadDemoAddresses(tx: Tx, clock: Clock, actor: Actor, plan: LoadDemo): Promise<Loaded> {
  if (!mayKeepPlaces(actor)) return { ok: false, refusal: 'not-allowed' };
  await defineRounds(tx, actor, plan.rounds);
  const demo = demoAddresses(plan);
  await putDemoAddresses(tx, clock, actor.councilId, demo);
  return { ok: true, addresses: demo.length };
}

/** Write invented addresses with what is collected there. */
export async function putDemoAddresses(
  tx: Tx,
  clock: Clock,
  councilId: string,
  demo: readonly DemoAddress[],
): Promise<void> {
  await putAddresses(tx, clock, councilId, { addresses: demo.map(({ address }) => address), isInvented: true });
  await putCollections(tx, councilId, demo);
  await recountStreets(tx, councilId);
}

/** Longer ago than any demonstration case. */
const SINCE = '2020-01-06';
const BATCH = 2_000;

async function putCollections(tx: Tx, councilId: string, demo: readonly DemoAddress[]): Promise<void> {
  const rows = demo.flatMap(({ address, collections }) =>
    collections.map(({ container, round, assisted }) => ({
      council_id: councilId,
      uprn: address.uprn,
      container,
      round_slug: round,
      assisted,
      since: SINCE,
      until: null,
    })),
  );
  for (let from = 0; from < rows.length; from += BATCH) {
    await tx
      .insertInto('address_collections')
      .values(rows.slice(from, from + BATCH))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
