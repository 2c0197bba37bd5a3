import type { StaffActor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { publish } from '#platform/outbox';
import { type LiveRefusal, liveContact } from './live-contact.ts';
import { closeSegments, handlingSeconds } from './segments.ts';

type AbandonResult = { ok: true; abandonedAt: Date } | { ok: false; refusal: LiveRefusal };

/** The caller was gone before anything was said: counted as abandoned, and nothing is left to write up. */
export async function abandonContact(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { contactId }: { contactId: string },
): Promise<AbandonResult> {
  const found = await liveContact(tx, actor, contactId);
  if (!found.ok) return found;
  const now = clock.now();
  await closeSegments(tx, clock, actor.councilId, contactId);
  await tx
    .updateTable('contacts')
    .set({
      abandoned_at: now,
      ended_at: now,
      wrapped_at: now,
      handling_seconds: await handlingSeconds(tx, actor.councilId, contactId),
    })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', contactId)
    .execute();
  await publish(tx, clock, actor, { type: 'contact.abandoned', subjectType: 'contact', subjectId: contactId });
  return { ok: true, abandonedAt: now };
}
