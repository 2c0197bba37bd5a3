import {
  accountOfCustomer,
  type CustomerAccount,
  ENTRY_MINUTES,
  MADE_HOW,
  readAddress,
  setUpAccount,
} from '#modules/accounts';
import { addQuestion, type ContactView, recordContact } from '#modules/contacts';
import { IDENTITY_FACTS } from '#modules/councils';
import {
  type CustomerView,
  customerView,
  type IdentityRule,
  identityPassedSince,
  identityRule,
  validateIdentity,
} from '#modules/customers';
import { type StaffActor, trainingFor } from '#modules/staff';
import type { Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { fieldOf, type SubmittedForm } from '#platform/http/read-form';
import { isId } from '#platform/ids';
import type { Errors, Values } from '#ui';
import { accountMessage } from '../../portal/account/account-message.ts';
import { OWN_RECORD } from '../look/own-record.ts';
import { NOT_TRAINED } from './not-trained.ts';

/** Where staff help somebody into an account: with a customer whom they looked up, or in a conversation that is open. */
export interface HelpPlace {
  customerId: string;
  contact: ContactView | null;
}

export interface HelpFacts {
  customer: CustomerView;
  account: CustomerAccount | undefined;
  rule: IdentityRule;
  /** Who they are was checked in this conversation: nothing is asked again. */
  isChecked: boolean;
  isTrained: boolean;
}

type Help = { tx: Tx; deps: Deps; actor: StaffActor; place: HelpPlace };

const CHECK_HOLDS_MINUTES = 30;

/** What the page needs to know; the read of the customer is logged. */
export async function helpFacts({ tx, deps, actor, place }: Help): Promise<HelpFacts> {
  const customer = await customerOf({ tx, deps, actor, place });
  const since = new Date(deps.clock.now().getTime() - CHECK_HOLDS_MINUTES * 60_000);
  const { councilId } = actor;
  return {
    customer,
    account: await accountOfCustomer(tx, councilId, customer.clusterId),
    rule: await identityRule(tx, councilId),
    isChecked: await identityPassedSince(tx, councilId, { customerId: place.customerId, since }),
    isTrained: (await trainingFor(tx, deps.clock, actor, 'set-up-accounts')).isEnough,
  };
}

async function customerOf({ tx, deps, actor, place }: Help): Promise<CustomerView> {
  const { customerId } = place;
  const read = { customerId, purpose: 'helping with an account' };
  const found = isId(customerId) ? await customerView(tx, deps.clock, actor, read) : null;
  if (found?.ok) return found.customer;
  if (found?.refusal === 'not-allowed')
    throw new HttpError(403, 'Your sign-in does not show customers. Ask your manager.');
  if (found?.refusal === 'own-record') throw new HttpError(403, OWN_RECORD);
  throw new HttpError(404, 'There is no such customer. Search for them.');
}

export interface Typed {
  values: Values;
  errors: Errors;
}

/** How staff are with the customer, as far as the conversation says it. */
export function howOf({ contact }: HelpPlace): string {
  if (contact?.channel === 'phone' || contact?.channel === 'chat') return contact.channel;
  return contact?.channel === 'counter' ? 'counter' : '';
}

const REFUSED: Readonly<Record<string, Errors>> = {
  'identity-needed': {
    facts: 'This address is not known, or not for long. Ask them who they are, and tick what was right',
  },
  taken: { address: 'Another account has this address. Use another one, or put the records together first' },
  'not-allowed': { address: 'Your role does not set up accounts' },
  'not-trained': { address: NOT_TRAINED },
  'not-found': { address: 'This customer is not here any more' },
};

/**
 * Send the customer the way into their account. In a conversation that becomes what it was about; without one a contact
 * is written down. @returns what is wrong with what was typed; null where the link has gone
 */
export async function sendWayIn({ tx, deps, actor, place }: Help, form: SubmittedForm): Promise<Typed | null> {
  const facts = form.fields['facts'] ?? [];
  const values = { address: fieldOf(form, 'address').trim(), how: fieldOf(form, 'how'), facts };
  const to = readAddress(values.address);
  const how = MADE_HOW.find((one) => one === values.how && one !== 'self');
  if (!to.ok || !how) {
    const errors = {
      ...(!to.ok && { address: 'Enter an email address or a mobile number' }),
      ...(!how && { how: 'Say how you are with them' }),
    };
    return { values, errors };
  }
  const customer = await customerOf({ tx, deps, actor, place });
  const confirmed = IDENTITY_FACTS.filter((fact) => facts.includes(fact));
  if (confirmed.length > 0) {
    await validateIdentity(tx, deps.clock, actor, { customerId: customer.id, confirmed });
  }
  const contactId = place.contact?.id;
  const command = { customerId: customer.id, to, how, ...(contactId !== undefined && { contactId }) };
  const made = await setUpAccount(tx, deps.clock, actor, command);
  if (!made.ok) return { values, errors: REFUSED[made.refusal] ?? {} };
  const key = `account-link:${made.accountId}:${String(deps.clock.now().getTime())}`;
  const variables = { track: made.path, minutes: String(ENTRY_MINUTES) };
  const recipient = { channel: to.channel, address: to.address, name: customer.name, customerId: customer.id };
  await accountMessage(tx, deps, actor.councilId, { moment: 'account-link', key, to: recipient, variables });
  await logHelp({ tx, deps, actor, place }, { how, isNew: made.isNew });
  return null;
}

interface Helped {
  how: (typeof MADE_HOW)[number];
  isNew: boolean;
}

/** The outcome stands in the history: what was asked, and what was done about it. */
async function logHelp({ tx, deps, actor, place }: Help, { how, isNew }: Helped): Promise<void> {
  const { clock } = deps;
  const summary = isNew ? 'Set an account up with them and sent the way in' : 'Sent them the way into their account';
  const question = { act: 'question', reason: 'account' } as const;
  if (place.contact) {
    await addQuestion(tx, clock, actor, { contactId: place.contact.id, ...question, note: summary });
    return;
  }
  await recordContact(tx, clock, actor, {
    channel: how === 'phone' ? 'phone' : how === 'chat' ? 'chat' : 'counter',
    direction: 'in',
    handled: 'person',
    customerId: place.customerId,
    questions: [question],
    summary,
  });
}
