import { accountOfCustomer } from '#modules/accounts';
import type { ContactView } from '#modules/contacts';
import { type CustomerView, customerReaches, reachableBy } from '#modules/customers';
import {
  type FormCustomer,
  formCalled,
  openSavedForm,
  type SavedFormLine,
  savedFormsOf,
  savedFormToCall,
} from '#modules/forms';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { fieldOf } from '#platform/http/read-form';
import { isId } from '#platform/ids';
import { type Call, type CallAnswer, callPath } from './call.ts';
import { dropReport } from './pick-service.ts';

/** The forms that a contact can go on with: the customer's own, and the one that they are called about. */
export interface SavedForms {
  lines: readonly SavedFormLine[];
  /** Their answers are shown only once they have proven who they are, or where we rang the number that they gave. */
  needsCheck: boolean;
}

export async function savedForms(
  tx: Tx,
  clock: Clock,
  councilId: string,
  {
    contact,
    customer,
    called,
  }: { contact: ContactView; customer: Pick<CustomerView, 'clusterId'> | null; called: string },
): Promise<SavedForms> {
  const toCall = await calledForm(tx, clock, { ...contact, councilId }, called);
  if (toCall) return { lines: [toCall], needsCheck: false };
  if (!customer) return { lines: [], needsCheck: false };
  const owner = await formCustomer(tx, councilId, customer.clusterId);
  return { lines: await savedFormsOf(tx, clock, councilId, owner), needsCheck: contact.validatedAt === null };
}

/** By what forms are known to be a customer's: their account, and the addresses on their record. */
async function formCustomer(tx: Tx, councilId: string, clusterId: string): Promise<FormCustomer> {
  const [account, reaches] = await Promise.all([
    accountOfCustomer(tx, councilId, clusterId),
    customerReaches(tx, councilId, clusterId),
  ]);
  return formCustomerBy(account, reaches);
}

/** The same, of what has been asked for already. */
export function formCustomerBy(
  account: { id: string } | undefined,
  reaches: readonly { kind: string; value: string }[],
): FormCustomer {
  const emails = reaches.filter(({ kind }) => kind === 'email').map(({ value }) => value.toLowerCase());
  return { accountId: account?.id ?? null, emails };
}

/** The number that we rang in this contact; null in one that they began. */
const rungNumber = ({ direction, givenPhone }: Pick<ContactView, 'direction' | 'givenPhone'>): string | null =>
  direction === 'out' ? givenPhone : null;

/** The form that they are called about, on the number that they gave for it. */
async function calledForm(
  tx: Tx,
  clock: Clock,
  contact: Pick<ContactView, 'direction' | 'givenPhone'> & { councilId: string },
  id: string,
): Promise<SavedFormLine | undefined> {
  const number = rungNumber(contact);
  return number !== null && isId(id) ? await savedFormToCall(tx, clock, contact.councilId, { id, number }) : undefined;
}

const ASK_FIRST = 'Ask whether you may open it, and tick the box when they say yes';
const CHECK_FIRST = 'Check who they are first: their answers are shown to nobody else';

/** Open the form that the customer began online, as they said we may; what they answered stays theirs. */
export async function goOnWithSaved(call: Call): Promise<CallAnswer> {
  const { tx, deps, actor, contact, form } = call;
  const draftId = fieldOf(form, 'saved');
  const field = `consent-${draftId}`;
  if (contact.endedAt !== null) return { errors: { call: 'This contact has ended. Start another one' } };
  const values = { saved: draftId };
  if (!form.fields['consent']?.includes('yes')) return { errors: { [field]: ASK_FIRST }, values };
  const { customerId } = contact;
  const known = contact.validatedAt && customerId ? await reachableBy(tx, actor.councilId, customerId) : undefined;
  const owner = known ? await formCustomer(tx, actor.councilId, known.clusterId) : null;
  const isCalled =
    (await calledForm(tx, deps.clock, { ...contact, councilId: actor.councilId }, draftId)) !== undefined;
  if (!owner && !isCalled) return { errors: { [field]: CHECK_FIRST }, values };
  await dropReport(call);
  const opened = await openSavedForm(tx, deps.clock, actor, {
    draftId,
    contactId: contact.id,
    customerId,
    owner,
    rung: rungNumber(contact),
  });
  if (!opened.ok) return { errors: { call: 'That form was sent or deleted meanwhile' } };
  if (isCalled) await formCalled(tx, deps.clock, actor, draftId);
  return { to: `${callPath(contact.id)}#call-script` };
}
