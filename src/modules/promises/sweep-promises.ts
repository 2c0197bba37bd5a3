import { systemActor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { publishPromise } from './publish-promise.ts';
import './tables.ts';

/** So many promises are looked at in one transaction; what is left is taken by the next round. */
const BATCH = 200;

/**
 * Warn of what is at risk and say what has fallen due, each promise once: the row is stamped in the transaction that
 * publishes, and rows that another worker holds are passed over.
 *
 * @returns how many were found; a full batch means that there may be more.
 */
export async function sweepPromises(tx: Tx, clock: Clock, councilId: string): Promise<number> {
  const atRisk = await stamp(tx, clock, councilId, { stamped: 'warned_at', by: 'risk_at', ends: '<=' });
  const overdue = await stamp(tx, clock, councilId, { stamped: 'overdue_at', by: 'due_at', ends: '<' });
  const actor = systemActor(councilId);
  for (const promise of atRisk) {
    await publishPromise(tx, clock, actor, { type: 'promise.at-risk', promise, data: dueOf(promise) });
  }
  for (const promise of overdue) {
    await publishPromise(tx, clock, actor, { type: 'promise.overdue', promise, data: dueOf(promise) });
  }
  return Math.max(atRisk.length, overdue.length);
}

export const SWEEP_BATCH = BATCH;

interface Stamp {
  stamped: 'warned_at' | 'overdue_at';
  by: 'risk_at' | 'due_at';
  /** What is due now can be kept still; it is at risk now. */
  ends: '<=' | '<';
}

function stamp(tx: Tx, clock: Clock, councilId: string, { stamped, by, ends }: Stamp) {
  const now = clock.now();
  return tx
    .updateTable('promises')
    .set({ [stamped]: now })
    .where('council_id', '=', councilId)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('promises')
        .select('id')
        .where('council_id', '=', councilId)
        .where('outcome', 'is', null)
        .where(stamped, 'is', null)
        .where('paused_at', 'is', null)
        .where('is_imported', '=', false)
        .where(by, ends, now)
        .orderBy(by)
        .limit(BATCH)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'subject_type', 'subject_id', 'due_at'])
    .execute();
}

function dueOf({ due_at }: { due_at: Date }): { dueAt: string } {
  return { dueAt: due_at.toISOString() };
}
