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
  const atRisk = await stampAtRisk(tx, clock, councilId);
  const overdue = await stampOverdue(tx, clock, councilId);
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

function stampAtRisk(tx: Tx, clock: Clock, councilId: string) {
  const now = clock.now();
  return tx
    .updateTable('promises')
    .set({ warned_at: now })
    .where('council_id', '=', councilId)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('promises')
        .select('id')
        .where('council_id', '=', councilId)
        .where('outcome', 'is', null)
        .where('warned_at', 'is', null)
        .where('paused_at', 'is', null)
        .where('is_imported', '=', false)
        .where('risk_at', '<=', now)
        .orderBy('risk_at')
        .limit(BATCH)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'subject_type', 'subject_id', 'due_at'])
    .execute();
}

function stampOverdue(tx: Tx, clock: Clock, councilId: string) {
  const now = clock.now();
  return tx
    .updateTable('promises')
    .set({ overdue_at: now })
    .where('council_id', '=', councilId)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('promises')
        .select('id')
        .where('council_id', '=', councilId)
        .where('outcome', 'is', null)
        .where('overdue_at', 'is', null)
        .where('paused_at', 'is', null)
        .where('is_imported', '=', false)
        .where('due_at', '<', now)
        .orderBy('due_at')
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
