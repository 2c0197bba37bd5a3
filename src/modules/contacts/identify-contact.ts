import type { StaffActor } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { type LiveRefusal, ownContact } from './live-contact.ts';

interface IdentifyContact {
  contactId: string;
  /** Null: it turned out to be somebody else, or nobody that we know. */
  customerId: string | null;
  /** Names of the facts that the caller gave rightly, where the council's rule was met (never what they said). */
  validatedBy?: readonly string[];
  /** Somebody who is not on record yet and wants to be. */
  toRegister?: boolean;
}

type IdentifyResult = { ok: true } | { ok: false; refusal: LiveRefusal | 'no-such-customer' };

/** Say who a contact is with. It may be said late, and changed: the call began before anybody knew. */
export async function identifyContact(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  given: IdentifyContact,
): Promise<IdentifyResult> {
  const found = await ownContact(tx, actor, given.contactId);
  if (!found.ok) return found;
  if (given.customerId && !(await customerExists(tx, actor.councilId, given.customerId))) {
    return { ok: false, refusal: 'no-such-customer' };
  }
  await tx
    .updateTable('contacts')
    .set({ customer_id: given.customerId, identity: identityOf(given), ...validation(clock, given, found.contact) })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', given.contactId)
    .execute();
  await recordAct(tx, clock, actor, {
    act: 'contact.identified',
    subjectType: 'contact',
    subjectId: given.contactId,
    detail: { customerId: given.customerId, facts: given.validatedBy ?? [] },
  });
  return { ok: true };
}

function identityOf({ customerId, toRegister }: IdentifyContact): 'unknown' | 'known' | 'to-register' {
  if (customerId) return 'known';
  return toRegister ? 'to-register' : 'unknown';
}

// What was proved belongs to the person it was proved of: naming somebody else takes it away.
function validation(clock: Clock, given: IdentifyContact, contact: { customer_id: string | null }) {
  if (given.customerId !== null && given.validatedBy && given.validatedBy.length > 0) {
    return { validated_at: clock.now(), validated_by_facts: [...given.validatedBy] };
  }
  return contact.customer_id === given.customerId ? {} : { validated_at: null, validated_by_facts: null };
}

async function customerExists(tx: Tx, councilId: string, customerId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('customers')
    .select('id')
    .where('council_id', '=', councilId)
    .where('id', '=', customerId)
    .executeTakeFirst();
  return row !== undefined;
}
