import type { StaffActor } from '#modules/staff';
import type { Tx } from '#platform/db';
import { contactForWrite } from './find-contact.ts';
import { isTheirs, mayHandleContacts } from './policy.ts';

export type LiveRefusal = 'not-allowed' | 'not-found' | 'somebody-elses' | 'already-ended';
type Found = NonNullable<Awaited<ReturnType<typeof contactForWrite>>>;
type OwnContact = { ok: true; contact: Found } | { ok: false; refusal: LiveRefusal };

/** A contact that this person handles and may still write up, ended or not. */
export async function ownContact(tx: Tx, actor: StaffActor, contactId: string): Promise<OwnContact> {
  if (!mayHandleContacts(actor)) return { ok: false, refusal: 'not-allowed' };
  const contact = await contactForWrite(tx, actor, contactId);
  if (!contact) return { ok: false, refusal: 'not-found' };
  if (!isTheirs(actor, contact)) return { ok: false, refusal: 'somebody-elses' };
  return { ok: true, contact };
}

/** The same while the caller is still there. */
export async function liveContact(tx: Tx, actor: StaffActor, contactId: string): Promise<OwnContact> {
  const found = await ownContact(tx, actor, contactId);
  if (found.ok && found.contact.ended_at) return { ok: false, refusal: 'already-ended' };
  return found;
}
