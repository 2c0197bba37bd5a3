import type { Updateable } from 'kysely';
import type { Destination } from '#modules/councils';
import type { Clock } from '#platform/clock';
import type { Database, Tx } from '#platform/db';
import { nextTry } from './back-off.ts';
import type { Carried } from './carriers/carried.ts';
import type { HandOverRow } from './claim-hand-overs.ts';
import { movePromises } from './move-promises.ts';
import { publishHandOver } from './publish-hand-over.ts';
import type { HandOverAttemptTable } from './tables.ts';
import { takeResponse } from './take-response.ts';

interface Delivery {
  row: HandOverRow;
  destination: Destination;
  result: Carried;
}

/**
 * Write down what came of one try. Arrival counts whoever reports it and however late; a failure only while the row is
 * still this worker's, so that a slow one does not undo what another has done since.
 */
export async function settleDelivery(tx: Tx, clock: Clock, delivery: Delivery): Promise<void> {
  const { row, destination, result } = delivery;
  if (!result.ok) return settleFailure(tx, clock, { row, destination, result });
  const arrived = await setUnlessArrived(tx, clock, row, {
    state: 'delivered',
    delivered_at: clock.now(),
    delivered_how: 'automatic',
    last_error: result.problem ?? null,
    attention: result.problem ?? null,
  });
  await recordAttempt(tx, clock, row, { outcome: 'arrived', reason: result.problem ?? null });
  if (!arrived) return;
  await movePromises(tx, clock, { row, destination, to: 'delivered' });
  await publishHandOver(tx, clock, { row, type: 'hand-over.delivered' });
  if (result.answer !== undefined) await takeResponse(tx, clock, { row, destination, response: result.answer });
}

type Failed = Extract<Carried, { ok: false }>;

async function settleFailure(
  tx: Tx,
  clock: Clock,
  { row, destination, result }: Omit<Delivery, 'result'> & { result: Failed },
): Promise<void> {
  const { again, reason, waitSeconds } = result;
  const tried = { attempts: row.attempts, madeAt: row.made_at, now: clock.now(), giveUpDays: destination.giveUpDays };
  const next = again ? nextTry({ ...tried, waitSeconds }, Math.random()) : null;
  if (next) {
    await recordAttempt(tx, clock, row, { outcome: 'again-later', reason });
    await setWhileClaimed(tx, clock, row, { next_at: next, last_error: reason });
    return;
  }
  const state = again ? 'given-up' : 'failed';
  await recordAttempt(tx, clock, row, { outcome: again ? 'given-up' : 'refused', reason });
  const attention = again ? `Given up after ${row.attempts} tries. ${reason}` : reason;
  const isMine = await setWhileClaimed(tx, clock, row, { state, next_at: null, last_error: reason, attention });
  if (isMine) await publishHandOver(tx, clock, { row, type: `hand-over.${state}` });
}

/** There is nothing to hand over any more: nobody needs to look, and nobody is told. */
export async function stopHandOver(tx: Tx, clock: Clock, row: HandOverRow, reason: string): Promise<void> {
  await recordAttempt(tx, clock, row, { outcome: 'stopped', reason });
  await setWhileClaimed(tx, clock, row, { state: 'stopped', next_at: null, last_error: reason });
}

type Changes = Updateable<Database['hand_overs']>;

async function setUnlessArrived(
  tx: Tx,
  clock: Clock,
  { council_id, id }: HandOverRow,
  changes: Changes,
): Promise<boolean> {
  const set = await tx
    .updateTable('hand_overs')
    .set({ ...changes, claimed_at: null, next_at: null, updated_at: clock.now() })
    .where('council_id', '=', council_id)
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'failed', 'given-up'])
    .returning('id')
    .executeTakeFirst();
  return set !== undefined;
}

async function setWhileClaimed(tx: Tx, clock: Clock, row: HandOverRow, changes: Changes): Promise<boolean> {
  const set = await tx
    .updateTable('hand_overs')
    .set({ ...changes, claimed_at: null, updated_at: clock.now() })
    .where('council_id', '=', row.council_id)
    .where('id', '=', row.id)
    .where('state', '=', 'waiting')
    .where('attempts', '=', row.attempts)
    .returning('id')
    .executeTakeFirst();
  return set !== undefined;
}

/** The number is the claim's own, so two reports of one try are one row. */
async function recordAttempt(
  tx: Tx,
  clock: Clock,
  row: HandOverRow,
  came: Pick<HandOverAttemptTable, 'outcome' | 'reason'>,
): Promise<void> {
  const now = clock.now();
  await tx
    .insertInto('hand_over_attempts')
    .values({
      council_id: row.council_id,
      hand_over_id: row.id,
      number: row.attempts,
      at: row.claimed_at ?? now,
      settled_at: now,
      ...came,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
