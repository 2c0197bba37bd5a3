import { councilConfig, type Destination } from '#modules/councils';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import type { Carried } from './carriers/carried.ts';
import { carry } from './carry.ts';
import { claimHandOvers, type HandOverRow, nextDue } from './claim-hand-overs.ts';
import { destinationOf, notSetUp } from './destination-of.ts';
import { payloadOf } from './payload.ts';
import { countFailures, restOf } from './rest-destination.ts';
import { settleDelivery, stopHandOver } from './settle-delivery.ts';
import { wakeDestination } from './wake-destination.ts';

/** What of the house delivery needs. */
type Delivering = Pick<Deps, 'db' | 'clock' | 'transports' | 'publicUrl' | 'handOver'>;

interface Due {
  councilId: string;
  destination: string;
}

/** Sent at once to one destination; fewer once it begins to fail, and one alone to see whether it is back. */
const AT_ONCE = 8;
const AT_ONCE_IN_DOUBT = 4;
/** After so many the task ends and comes again, so that a long list lets others have their turn. */
const MOST_BATCHES = 125;

/**
 * Deliver what is due at one destination. Each row is claimed in a transaction, sent outside any, and settled in another,
 * so it may run any number of times, on any number of machines. What a killed worker had in hand is sent again under the
 * same id. A destination that is not set up, or that rests after too many failures, is left alone.
 *
 * @see docs/domain/hand-overs.md
 */
export async function deliverHandOvers(deps: Delivering, { councilId, destination: slug }: Due): Promise<void> {
  const { db, clock } = deps;
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const turn = await inCouncil(db, councilId, (tx) => beginTurn(tx, deps, councilId, slug));
    if (!turn) return;
    await deliverBatch(deps, turn);
  }
  await inCouncil(db, councilId, (tx) => wakeDestination(tx, clock, { councilId, destination: slug }));
}

/** A row with what is sent of it; undefined where its case is no longer kept. */
interface Load {
  row: HandOverRow;
  made: Awaited<ReturnType<typeof payloadOf>>;
}

interface Turn {
  destination: Destination;
  council: { slug: string; name: string };
  loads: readonly Load[];
}

/** The next rows to send. Undefined: nothing can be sent now; the destination is woken when something can. */
async function beginTurn(tx: Tx, deps: Delivering, councilId: string, slug: string): Promise<Turn | undefined> {
  const { clock } = deps;
  const destination = await destinationOf(tx, councilId, slug);
  if (!destination || notSetUp(destination, deps) !== null) return undefined;
  const { failures, restUntil } = await restOf(tx, councilId, slug);
  if (restUntil && restUntil > clock.now()) {
    await wakeDestination(tx, clock, { councilId, destination: slug, at: restUntil });
    return undefined;
  }
  const most = restUntil ? 1 : failures > 0 ? AT_ONCE_IN_DOUBT : AT_ONCE;
  const rows = await claimHandOvers(tx, clock, { councilId, destination: slug, most });
  if (rows.length > 0) {
    const { profile } = await councilConfig(tx, councilId);
    const loads = rows.map(async (row) => ({ row, made: await payloadOf(tx, row, deps.publicUrl) }));
    return { destination, council: { slug: profile.slug, name: profile.name }, loads: await Promise.all(loads) };
  }
  const at = await nextDue(tx, councilId, slug);
  if (at) await wakeDestination(tx, clock, { councilId, destination: slug, at });
  return undefined;
}

async function deliverBatch(deps: Delivering, { destination, council, loads }: Turn): Promise<void> {
  const results = await Promise.all(loads.map((load) => deliverOne(deps, { destination, council, ...load })));
  const heard = results.filter((one) => one !== undefined);
  const councilId = loads[0]?.row.council_id;
  if (heard.length === 0 || councilId === undefined) return;
  const failed = heard.filter((one) => !one.ok).filter(({ isAway }) => isAway);
  const lastError = failed.at(-1)?.reason ?? null;
  const said = { away: failed.length, wasThere: failed.length < heard.length, lastError };
  await inCouncil(deps.db, councilId, (tx) =>
    countFailures(tx, deps.clock, { councilId, destination: destination.slug, ...said }),
  );
}

type One = Load & Pick<Turn, 'destination' | 'council'>;

async function deliverOne(deps: Delivering, { destination, council, row, made }: One): Promise<Carried | undefined> {
  const { db, clock } = deps;
  if (!made || made.stopped !== null) {
    const reason = made?.stopped ?? 'The case is no longer kept';
    await inCouncil(db, row.council_id, (tx) => stopHandOver(tx, clock, row, reason));
    return undefined;
  }
  const result = await carry(deps, { destination, payload: made.payload, attempt: row.attempts, council });
  await inCouncil(db, row.council_id, (tx) => settleDelivery(tx, clock, { row, destination, result }));
  return result;
}
