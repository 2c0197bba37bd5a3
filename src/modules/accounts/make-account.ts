import { sql } from 'kysely';
import type { ActorRef } from '#platform/actor';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { publish } from '#platform/outbox';
import { customerForAccount } from './customer-for-account.ts';
import type { CodeAddress } from './read-address.ts';
import { endRegistration } from './registrations.ts';
import type { MadeHow } from './tables.ts';

interface MakeAccount {
  name: string;
  /** A proven address; none where an identity provider vouched for the person. */
  proven: CodeAddress | null;
  identity?: { issuer: string; subject: string };
  /** Where the record is known: staff set the account up for somebody before them. */
  customerId?: string;
  madeHow: MadeHow;
  madeBy?: string | null;
  registrationId?: string | null;
  /** Of somebody whom everybody may sign in as, in a demonstration: who they are. */
  demonstrationAbout?: string;
}

/** Make an account, or give the one that the address has already: two browsers that finish at once make one. */
export async function makeAccount(tx: Tx, clock: Clock, actor: ActorRef, made: MakeAccount): Promise<string> {
  const { councilId } = actor;
  const { proven } = made;
  if (proven) await lockAddress(tx, councilId, proven);
  const existing = proven && (await accountOfAddress(tx, councilId, proven));
  if (existing) return existing.id;
  const customerId = made.customerId ?? (await customerForAccount(tx, clock, { councilId, name: made.name, proven }));
  const id = await insertAccount(tx, clock, councilId, { ...made, customerId });
  const { registrationId } = made;
  if (registrationId)
    await endRegistration(tx, clock, { councilId, registrationId, ending: 'finished', accountId: id });
  const about = { subjectType: 'account', subjectId: id };
  await recordAct(tx, clock, actor, { act: 'account.made', ...about, detail: { how: made.madeHow } });
  await publish(tx, clock, actor, { type: 'account.made', ...about, data: { customerId } });
  return id;
}

async function insertAccount(
  tx: Tx,
  clock: Clock,
  councilId: string,
  made: MakeAccount & { customerId: string },
): Promise<string> {
  const id = newId(clock);
  await tx
    .insertInto('accounts')
    .values({
      council_id: councilId,
      id,
      customer_id: made.customerId,
      name: made.name,
      ...waysIn(made),
      made_how: made.madeHow,
      made_by: made.madeBy ?? null,
      made_at: clock.now(),
      is_demonstration: made.demonstrationAbout !== undefined,
      about: made.demonstrationAbout ?? null,
    })
    .execute();
  return id;
}

function waysIn({ proven, identity }: MakeAccount) {
  return {
    email: proven?.channel === 'email' ? proven.address : null,
    mobile: proven?.channel === 'sms' ? proven.address : null,
    oidc_issuer: identity?.issuer ?? null,
    oidc_subject: identity?.subject ?? null,
  };
}

export interface FoundAccount {
  id: string;
  hasSecondFactor: boolean;
  isDemonstration: boolean;
}

/** The open account that is entered with this address. */
export async function accountOfAddress(
  tx: Tx,
  councilId: string,
  { channel, address }: CodeAddress,
): Promise<FoundAccount | undefined> {
  const row = await tx
    .selectFrom('accounts')
    .select(['id', 'totp_confirmed_at', 'is_demonstration'])
    .where('council_id', '=', councilId)
    .where(channel === 'email' ? 'email' : 'mobile', '=', address)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row && { id: row.id, hasSecondFactor: row.totp_confirmed_at !== null, isDemonstration: row.is_demonstration };
}

/** Make whatever concerns one address one thing at a time, to the end of the transaction. */
export async function lockAddress(tx: Tx, councilId: string, { address }: CodeAddress): Promise<void> {
  const what = `account:${councilId}:${address}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`.execute(tx);
}
