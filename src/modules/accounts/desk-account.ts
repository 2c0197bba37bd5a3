import { identityPassedSince } from '#modules/customers';
import { makeLink, openLink, revokeLinks, type StaffActor, spendLink, trainingFor } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { prepared } from '#platform/prepared';
import { type Begun, beginAccountSession } from './account-session.ts';
import { knownReach } from './known-reach.ts';
import { accountOfAddress, makeAccount } from './make-account.ts';
import { maySetUpAccounts } from './policy.ts';
import type { CodeAddress } from './read-address.ts';
import type { MadeHow } from './tables.ts';

const PURPOSE = 'account-entry';
export const ENTRY_MINUTES = 60;
/** A check of who somebody is holds for the conversation in which it was made. */
const CHECK_HOLDS_MINUTES = 30;

interface SetUp {
  customerId: string;
  to: CodeAddress;
  how: MadeHow;
  /** The conversation in which it is done, where one is open. */
  contactId?: string;
}

type SetUpResult =
  | { ok: true; accountId: string; path: string; isNew: boolean }
  | { ok: false; refusal: 'not-allowed' | 'not-trained' | 'not-found' | 'identity-needed' | 'taken' };

/**
 * Set an account up for a customer, or let them into the one that they have: a link that they open themselves. Staff
 * neither see nor set a password. It goes only to an address that has been on the record for a while; to another one
 * only after a check of who they are by the council's rule (A-14, AJ-10), and from staff whose training for it is recorded,
 * where the council requires that.
 */
export async function setUpAccount(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { customerId, to, how, contactId }: SetUp,
): Promise<SetUpResult> {
  if (!maySetUpAccounts(actor)) return { ok: false, refusal: 'not-allowed' };
  const { councilId } = actor;
  const training = await trainingFor(tx, clock, actor, 'set-up-accounts');
  if (!training.isEnough) return { ok: false, refusal: 'not-trained' };
  const customer = await customerOf(tx, councilId, customerId);
  if (!customer) return { ok: false, refusal: 'not-found' };
  const { clusterId } = customer;
  if (!(await isSure(tx, clock, councilId, { customerId, clusterId, to })))
    return { ok: false, refusal: 'identity-needed' };
  const holder = await accountOfAddress(tx, councilId, to);
  const own = await accountOfCustomer(tx, councilId, clusterId);
  if (holder && holder.id !== own?.id) return { ok: false, refusal: 'taken' };
  const made = { name: customer.name, proven: to, customerId, madeHow: how, madeBy: actor.id };
  const accountId = own?.id ?? (await makeAccount(tx, clock, actor, made));
  if (own && !holder) await moveAccount(tx, councilId, own.id, to);
  const path = await entryPath(tx, clock, councilId, accountId);
  const detail = { how, channel: to.channel, isNew: !own };
  await recordAct(tx, clock, actor, { act: 'account.link-sent', subjectType: 'account', subjectId: accountId, detail });
  await keepHelp(tx, clock, actor, { accountId, contactId, isNew: !own, wasTrained: training.isTrained });
  return { ok: true, accountId, path, isNew: !own };
}

interface Whose {
  customerId: string;
  clusterId: string;
  to: CodeAddress;
}

/** The address has been on the record for a while, or who they are was checked in this conversation. */
async function isSure(tx: Tx, clock: Clock, councilId: string, { customerId, clusterId, to }: Whose): Promise<boolean> {
  const since = new Date(clock.now().getTime() - CHECK_HOLDS_MINUTES * 60_000);
  if (await knownReach(tx, clock, councilId, { clusterId, to })) return true;
  return identityPassedSince(tx, councilId, { customerId, since });
}

interface Help {
  accountId: string;
  contactId: string | undefined;
  isNew: boolean;
  wasTrained: boolean;
}

/** Counted, so that its effect on handling time can be seen. */
async function keepHelp(tx: Tx, clock: Clock, actor: StaffActor, help: Help): Promise<void> {
  await tx
    .insertInto('account_helps')
    .values({
      council_id: actor.councilId,
      id: newId(clock),
      account_id: help.accountId,
      contact_id: help.contactId ?? null,
      staff_id: actor.id,
      is_new: help.isNew,
      was_trained: help.wasTrained,
      at: clock.now(),
    })
    .execute();
}

/** After a check, the account is entered with another address from now on. */
async function moveAccount(
  tx: Tx,
  councilId: string,
  accountId: string,
  { channel, address }: CodeAddress,
): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ [channel === 'email' ? 'email' : 'mobile']: address })
    .where('council_id', '=', councilId)
    .where('id', '=', accountId)
    .execute();
}

export interface CustomerAccount {
  id: string;
  email: string | null;
  mobile: string | null;
  madeHow: MadeHow;
  madeAt: Date;
  lastInAt: Date | null;
}

/** The open account of one person, for staff; undefined where they have none. */
export function accountOfCustomer(tx: Tx, councilId: string, clusterId: string): Promise<CustomerAccount | undefined> {
  return selectAccount.first(tx, { councilId, clusterId });
}

const selectAccount = prepared((tx, { councilId, clusterId }: { councilId: string; clusterId: string }) =>
  tx
    .selectFrom('accounts as a')
    .innerJoin('customers as c', (join) =>
      join.onRef('c.council_id', '=', 'a.council_id').onRef('c.id', '=', 'a.customer_id'),
    )
    .select(['a.id', 'a.email', 'a.mobile', 'a.made_how as madeHow', 'a.made_at as madeAt', 'a.last_in_at as lastInAt'])
    .where('a.council_id', '=', councilId)
    .where('c.cluster_id', '=', clusterId)
    .where('a.closed_at', 'is', null)
    .orderBy('a.made_at'),
);

function customerOf(tx: Tx, councilId: string, customerId: string) {
  return tx
    .selectFrom('customers')
    .select(['name', 'cluster_id as clusterId'])
    .where('council_id', '=', councilId)
    .where('id', '=', customerId)
    .executeTakeFirst();
}

async function entryPath(tx: Tx, clock: Clock, councilId: string, accountId: string): Promise<string> {
  await revokeLinks(tx, clock, councilId, { purpose: PURPOSE, subjectId: accountId });
  const expiresAt = new Date(clock.now().getTime() + ENTRY_MINUTES * 60_000);
  const to = { purpose: PURPOSE, subjectType: 'account', subjectId: accountId };
  return `/account/let-in/${await makeLink(tx, clock, { councilId, ...to, expiresAt })}`;
}

interface Entry {
  councilId: string;
  token: string;
}

export async function opensEntry(tx: Tx, clock: Clock, { councilId, token }: Entry): Promise<boolean> {
  return (await openLink(tx, clock, councilId, { token, purpose: PURPOSE })) !== undefined;
}

/** Use the link that staff sent. With a second factor set up, that is still asked for. */
export async function enterByStaffLink(
  tx: Tx,
  clock: Clock,
  { councilId, token, oldToken }: Entry & { oldToken: string | undefined },
): Promise<Begun | undefined> {
  const link = await openLink(tx, clock, councilId, { token, purpose: PURPOSE });
  if (!link) return undefined;
  const account = await tx
    .selectFrom('accounts')
    .select(['id', 'totp_confirmed_at'])
    .where('council_id', '=', councilId)
    .where('id', '=', link.subjectId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (!account) return undefined;
  if (!(await spendLink(tx, clock, councilId, { token, purpose: PURPOSE, subjectId: account.id }))) return undefined;
  const hasSecondFactor = account.totp_confirmed_at !== null;
  return beginAccountSession(tx, clock, {
    councilId,
    accountId: account.id,
    by: 'staff-link',
    hasSecondFactor,
    oldToken,
  });
}
