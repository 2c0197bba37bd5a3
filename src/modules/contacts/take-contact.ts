import type { StaffActor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { type LiveRefusal, liveContact } from './live-contact.ts';
import { closeSegments, openSegment } from './segments.ts';

type TakeResult = { ok: true } | { ok: false; refusal: LiveRefusal };

/** Take a contact that was passed on, or go back to one that was on hold: handling time runs again. The first to take it has it. */
export async function takeContact(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { contactId }: { contactId: string },
): Promise<TakeResult> {
  const found = await liveContact(tx, actor, contactId);
  if (!found.ok) return found;
  await closeSegments(tx, clock, actor.councilId, contactId);
  await tx
    .updateTable('contacts')
    .set({ staff_id: actor.id })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', contactId)
    .execute();
  await openSegment(tx, clock, actor.councilId, { contactId, staffId: actor.id, kind: 'handling' });
  return { ok: true };
}

/** Put a caller on hold, as when another is answered. Time on hold is not handling time. */
export async function holdContact(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { contactId }: { contactId: string },
): Promise<TakeResult> {
  const found = await liveContact(tx, actor, contactId);
  if (!found.ok) return found;
  await closeSegments(tx, clock, actor.councilId, contactId);
  await openSegment(tx, clock, actor.councilId, { contactId, staffId: actor.id, kind: 'hold' });
  return { ok: true };
}
