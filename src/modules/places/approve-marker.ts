import { type Actor, isStaff } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { publish } from '#platform/outbox';
import { PLACE_EVENTS } from './events.ts';
import { mayDecideMarker } from './policy.ts';

type Approved = { ok: true } | { ok: false; refusal: 'not-allowed' | 'own-proposal' | 'not-found' | 'already-decided' };

/** Put a proposed marker in force. Nobody approves what they proposed themselves. */
export async function approveMarker(tx: Tx, clock: Clock, actor: Actor, { id }: { id: string }): Promise<Approved> {
  if (!isStaff(actor) || !mayDecideMarker(actor)) return { ok: false, refusal: 'not-allowed' };
  const marker = await tx
    .selectFrom('address_markers')
    .select('proposed_by')
    .where('council_id', '=', actor.councilId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!marker) return { ok: false, refusal: 'not-found' };
  if (marker.proposed_by === actor.id) return { ok: false, refusal: 'own-proposal' };

  const changed = await tx
    .updateTable('address_markers')
    .set({ approved_by: actor.id, approved_at: clock.now() })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', id)
    .where('approved_at', 'is', null)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!changed) return { ok: false, refusal: 'already-decided' };
  await recordAct(tx, clock, actor, { act: PLACE_EVENTS.markerApproved, subjectType: 'address-marker', subjectId: id });
  await publish(tx, clock, actor, { type: PLACE_EVENTS.markerApproved, subjectType: 'address-marker', subjectId: id });
  return { ok: true };
}
