import { endContact } from '#modules/contacts';
import { type Call, type CallAnswer, callPath, refusedCall } from './call.ts';

/** The caller has gone: their time stops, and the writing up begins. */
export async function endCall({ tx, deps, actor, contact }: Call): Promise<CallAnswer> {
  const ended = await endContact(tx, deps.clock, actor, { contactId: contact.id });
  return ended.ok ? { to: callPath(contact.id) } : refusedCall(ended.refusal);
}
