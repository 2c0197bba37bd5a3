import type { StaffActor } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { publish } from '#platform/outbox';
import { mayMergeCustomers } from './policy.ts';

type UndoResult = { ok: true } | { ok: false; refusal: 'not-allowed' | 'not-found' | 'merged-further' };

/**
 * Two records were not one person after all: those that moved go back to the cluster that they came from.
 * Where a later merge moved them on, that one must be undone first.
 */
export async function undoMerge(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { mergeId }: { mergeId: string },
): Promise<UndoResult> {
  if (!mayMergeCustomers(actor)) return { ok: false, refusal: 'not-allowed' };
  const merge = await tx
    .selectFrom('customer_merges')
    .select(['kept_cluster_id', 'merged_cluster_id', 'moved_ids'])
    .where('council_id', '=', actor.councilId)
    .where('id', '=', mergeId)
    .where('undone_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!merge) return { ok: false, refusal: 'not-found' };
  if (await hasMovedOn(tx, actor.councilId, merge)) return { ok: false, refusal: 'merged-further' };
  await tx
    .updateTable('customer_merges')
    .set({ undone_at: clock.now(), undone_by: actor.id })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', mergeId)
    .execute();
  await tx
    .updateTable('customers')
    .set({ cluster_id: merge.merged_cluster_id })
    .where('council_id', '=', actor.councilId)
    .where('id', 'in', merge.moved_ids)
    .execute();
  const about = { subjectType: 'customer', subjectId: merge.kept_cluster_id };
  await recordAct(tx, clock, actor, { act: 'customer.merge-undone', ...about, detail: { mergeId } });
  await publish(tx, clock, actor, { type: 'customer.merge-undone', ...about, data: { mergeId } });
  return { ok: true };
}

async function hasMovedOn(
  tx: Tx,
  councilId: string,
  { kept_cluster_id, moved_ids }: { kept_cluster_id: string; moved_ids: string[] },
): Promise<boolean> {
  const elsewhere = await tx
    .selectFrom('customers')
    .select('id')
    .where('council_id', '=', councilId)
    .where('id', 'in', moved_ids)
    .where('cluster_id', '<>', kept_cluster_id)
    .executeTakeFirst();
  return elsewhere !== undefined;
}
