import { type Actor, isStaff } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { publish } from '#platform/outbox';
import { PLACE_EVENTS } from './events.ts';
import { mayDecideMarker } from './policy.ts';

type Ended = { ok: true } | { ok: false; refusal: 'not-allowed' | 'not-live' };

/** End a marker before its time, or turn a proposal down. The row stays, stamped with who and when. */
export async function endMarker(tx: Tx, clock: Clock, actor: Actor, { id }: { id: string }): Promise<Ended> {
  if (!isStaff(actor) || !mayDecideMarker(actor)) return { ok: false, refusal: 'not-allowed' };
  const ended = await tx
    .updateTable('address_markers')
    .set({ ended_at: clock.now(), ended_by: actor.id })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!ended) return { ok: false, refusal: 'not-live' };
  await recordAct(tx, clock, actor, { act: PLACE_EVENTS.markerEnded, subjectType: 'address-marker', subjectId: id });
  await publish(tx, clock, actor, { type: PLACE_EVENTS.markerEnded, subjectType: 'address-marker', subjectId: id });
  return { ok: true };
}
