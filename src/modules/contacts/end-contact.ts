import type { StaffActor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { publish } from '#platform/outbox';
import { type LiveRefusal, liveContact } from './live-contact.ts';
import { closeSegments, handlingSeconds, openSegment } from './segments.ts';

type EndContactResult = { ok: true; endedAt: Date } | { ok: false; refusal: LiveRefusal };

/** The caller has gone: their time stops and the adviser's writing up begins. Ending twice is refused, the first end stands. */
export async function endContact(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { contactId }: { contactId: string },
): Promise<EndContactResult> {
  const found = await liveContact(tx, actor, contactId);
  if (!found.ok) return found;
  const endedAt = clock.now();
  await closeSegments(tx, clock, actor.councilId, contactId);
  await tx
    .updateTable('contacts')
    .set({ ended_at: endedAt, handling_seconds: await handlingSeconds(tx, actor.councilId, contactId) })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', contactId)
    .execute();
  await openSegment(tx, clock, actor.councilId, { contactId, staffId: actor.id, kind: 'wrap-up' });
  await publish(tx, clock, actor, { type: 'contact.ended', subjectType: 'contact', subjectId: contactId });
  return { ok: true, endedAt };
}
