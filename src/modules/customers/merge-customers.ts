import type { StaffActor } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { publish } from '#platform/outbox';
import { mayMergeCustomers } from './policy.ts';

interface MergeCustomers {
  /** The record that speaks for the person from now on. */
  keptId: string;
  /** The record that is the same person. */
  mergedId: string;
  /** Why: the reasons that were shown, and what the one who decides adds. */
  reasons: readonly string[];
}

type MergeResult =
  | { ok: true; mergeId: string }
  | { ok: false; refusal: 'not-allowed' | 'not-found' | 'already-one-person' };

/**
 * Say that two records are one person. No key of any record changes: all records of the second join the cluster of the
 * first, so every contact and case stays where it was and the merge can be undone.
 */
export async function mergeCustomers(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { keptId, mergedId, reasons }: MergeCustomers,
): Promise<MergeResult> {
  if (!mayMergeCustomers(actor)) return { ok: false, refusal: 'not-allowed' };
  const kept = await clusterOf(tx, actor.councilId, keptId);
  const merged = await clusterOf(tx, actor.councilId, mergedId);
  if (!kept || !merged) return { ok: false, refusal: 'not-found' };
  if (kept === merged) return { ok: false, refusal: 'already-one-person' };
  const moved = await tx
    .updateTable('customers')
    .set({ cluster_id: kept })
    .where('council_id', '=', actor.councilId)
    .where('cluster_id', '=', merged)
    .returning('id')
    .execute();
  const mergeId = newId(clock);
  await tx
    .insertInto('customer_merges')
    .values({
      council_id: actor.councilId,
      id: mergeId,
      kept_cluster_id: kept,
      merged_cluster_id: merged,
      moved_ids: moved.map(({ id }) => id),
      reasons: JSON.stringify(reasons),
      merged_at: clock.now(),
      merged_by: actor.id,
      undone_at: null,
      undone_by: null,
    })
    .execute();
  const about = { subjectType: 'customer', subjectId: keptId };
  await recordAct(tx, clock, actor, { act: 'customer.merged', ...about, detail: { mergedId, mergeId } });
  await publish(tx, clock, actor, { type: 'customer.merged', ...about, data: { mergedId, mergeId } });
  return { ok: true, mergeId };
}

async function clusterOf(tx: Tx, councilId: string, customerId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('customers')
    .select('cluster_id')
    .where('council_id', '=', councilId)
    .where('id', '=', customerId)
    .forUpdate()
    .executeTakeFirst();
  return row?.cluster_id;
}
