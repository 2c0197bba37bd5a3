import type { Channel } from '#modules/councils';
import type { StaffActor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { publish } from '#platform/outbox';
import { mayHandleContacts } from './policy.ts';
import { openSegment } from './segments.ts';

interface StartContact {
  channel: Channel;
  direction: 'in' | 'out';
  /** The line, mailbox or counter that was used: a contact point's slug. */
  contactPoint?: string;
  /** What the situation shows (a caller's number, a name given at the counter); it stays whoever it turns out to be. */
  givenName?: string;
  givenPhone?: string;
  givenEmail?: string;
  /** Seconds in the queue before somebody answered. */
  waitedSeconds?: number;
  /** An earlier contact that this one goes on with. */
  threadId?: string;
}

export type StartContactResult = { ok: true; contactId: string } | { ok: false; refusal: 'not-allowed' };

/**
 * Begin a contact that a person handles: its time runs from now and nobody is identified yet.
 * An adviser may have several at once.
 */
export async function startContact(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  given: StartContact,
): Promise<StartContactResult> {
  if (!mayHandleContacts(actor)) return { ok: false, refusal: 'not-allowed' };
  const id = newId(clock);
  const now = clock.now();
  const waited = given.waitedSeconds ?? 0;
  await tx
    .insertInto('contacts')
    .values({
      council_id: actor.councilId,
      id,
      thread_id: given.threadId ?? id,
      channel: given.channel,
      direction: given.direction,
      handled: 'person',
      contact_point: given.contactPoint ?? null,
      given_name: given.givenName ?? null,
      given_phone: given.givenPhone ?? null,
      given_email: given.givenEmail ?? null,
      staff_id: actor.id,
      team_id: actor.teamId,
      started_at: new Date(now.getTime() - waited * 1_000),
      answered_at: now,
      waited_seconds: given.waitedSeconds ?? null,
    })
    .execute();
  await openSegment(tx, clock, actor.councilId, { contactId: id, staffId: actor.id, kind: 'handling' });
  await publish(tx, clock, actor, { type: 'contact.started', subjectType: 'contact', subjectId: id });
  return { ok: true, contactId: id };
}
