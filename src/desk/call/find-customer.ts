import { identifyContact } from '#modules/contacts';
import { isOwnRecord, keepSearch } from '#modules/customers';
import { fieldOf } from '#platform/http/read-form';
import { OWN_RECORD } from '../look/own-record.ts';
import { type Call, type CallAnswer, callPath, refusedCall } from './call.ts';
import { startAgainFor } from './start-again.ts';

/** Look somebody up by whatever they say. What was typed is kept under an id, since an address must not hold it. */
export async function findCustomer({ tx, deps, actor, contact, form }: Call): Promise<CallAnswer> {
  const typed = fieldOf(form, 'find').trim();
  if (typed === '') {
    return { errors: { find: 'Enter a name, postcode, phone number, email address or reference' } };
  }
  const id = await keepSearch(tx, deps.clock, actor, typed);
  return { to: `${callPath(contact.id)}?find=${id}#call-person` };
}

/** Say who the contact is with; an empty choice takes it back. */
export async function chooseCustomer(call: Call): Promise<CallAnswer> {
  const { tx, deps, actor, contact, form } = call;
  const customerId = fieldOf(form, 'customer') || null;
  if (customerId !== null && (await isOwnRecord(tx, actor, [customerId]))) return { errors: { find: OWN_RECORD } };
  const result = await identifyContact(tx, deps.clock, actor, { contactId: contact.id, customerId });
  if (result.ok) {
    await startAgainFor(call, customerId);
    return { to: callPath(contact.id) };
  }
  if (result.refusal === 'no-such-customer') {
    return { errors: { find: 'That record is not there any more. Search again' } };
  }
  return refusedCall(result.refusal);
}
