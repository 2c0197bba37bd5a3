import type { StaffActor } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { maySeeHandOvers } from './policy.ts';
import { endRest } from './rest-destination.ts';
import './tables.ts';
import { wakeDestination } from './wake-destination.ts';
import { NOT_ARRIVED } from './words.ts';

interface Retry {
  /** All of a destination that have not arrived, or one of them. */
  destination: string;
  handOverId?: string;
}

export type RetryHandOversResult =
  | { ok: true; count: number }
  | { ok: false; refusal: 'not-allowed' | 'nothing-to-retry' };

/**
 * Have what has not arrived tried now, whatever kept it: refused, given up, waiting for its turn, its destination at rest.
 * Its tries go on being counted, so one that was given up is tried once and given up again where it fails.
 */
export async function retryHandOvers(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { destination, handOverId }: Retry,
): Promise<RetryHandOversResult> {
  if (!maySeeHandOvers(actor)) return { ok: false, refusal: 'not-allowed' };
  const now = clock.now();
  let update = tx
    .updateTable('hand_overs')
    .set({ state: 'waiting', next_at: now, attention: null, updated_at: now })
    .where('council_id', '=', actor.councilId)
    .where('destination', '=', destination)
    .where('state', 'in', NOT_ARRIVED)
    // What a worker has in hand is being tried.
    .where('claimed_at', 'is', null);
  if (handOverId !== undefined) update = update.where('id', '=', handOverId);
  const { numUpdatedRows } = await update.executeTakeFirst();
  const count = Number(numUpdatedRows);
  if (count === 0) return { ok: false, refusal: 'nothing-to-retry' };
  await endRest(tx, actor.councilId, destination);
  await wakeDestination(tx, clock, { councilId: actor.councilId, destination });
  const about = { subjectType: 'hand-over', subjectId: handOverId ?? null, detail: { destination, count } };
  await recordAct(tx, clock, actor, { act: 'hand-over.retried', ...about });
  return { ok: true, count };
}
