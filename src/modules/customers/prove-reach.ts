import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { addReach, type NewReach, type ReachRefusal } from './reaches.ts';

type ProveResult = { ok: true; reachId: string } | { ok: false; refusal: ReachRefusal };

/** A way to reach a customer that they have shown to be theirs, by a code that was sent there. Noted where it is new. */
export async function proveReach(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { customerId, ...reach }: NewReach & { customerId: string },
): Promise<ProveResult> {
  const added = await addReach(tx, clock, actor, { customerId, ...reach });
  if (!added.ok) return added;
  await tx
    .updateTable('customer_reaches')
    .set({ verified_at: clock.now() })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', added.reachId)
    .execute();
  return added;
}
