import { proveReach } from '#modules/customers';
import { systemActor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { accountActor } from './account-of-token.ts';
import { type Begun, beginAccountSession } from './account-session.ts';
import { accountOfIdentity, lockIdentity, type VouchedIdentity } from './identity.ts';
import { accountOfAddress, lockAddress, makeAccount } from './make-account.ts';
import type { CodeAddress } from './read-address.ts';
import { openRegistration } from './registrations.ts';

interface Enter {
  councilId: string;
  identity: VouchedIdentity;
  oldToken: string | undefined;
  /** Typed after the provider's answer, where there is no account yet: the provider tells no name. */
  name?: string;
}

type EnterResult = { ok: true; begun: Begun } | { ok: false; refusal: 'needs-name' | 'needs-proof' };

/**
 * Go in as whom an identity provider vouches for: to the account that is connected with this identity, or to a new one.
 * An account that has the same email address is never opened by it: `needs-proof` until its own person, signed in to it,
 * connects the two (`connectIdentity`).
 */
export async function enterByIdentity(tx: Tx, clock: Clock, enter: Enter): Promise<EnterResult> {
  const { councilId, identity, name } = enter;
  await lockIdentity(tx, councilId, identity);
  const known = await accountOfIdentity(tx, councilId, identity);
  if (known) return goIn(tx, clock, enter, known);
  const proven = provenBy(identity);
  if (proven) await lockAddress(tx, councilId, proven);
  if (proven && (await accountOfAddress(tx, councilId, proven))) return { ok: false, refusal: 'needs-proof' };
  if (name === undefined) return { ok: false, refusal: 'needs-name' };
  const accountId = await makeFor(tx, clock, { councilId, identity, name });
  return goIn(tx, clock, enter, { id: accountId, hasSecondFactor: false });
}

function provenBy({ email }: VouchedIdentity): CodeAddress | null {
  return email === null ? null : { channel: 'email', address: email };
}

interface MakeFor {
  councilId: string;
  identity: VouchedIdentity;
  name: string;
}

/** A registration that was begun for the address, by whomever, is finished by it. */
async function makeFor(tx: Tx, clock: Clock, { councilId, identity, name }: MakeFor): Promise<string> {
  const proven = provenBy(identity);
  const registration = proven && (await openRegistration(tx, councilId, proven.address));
  const accountId = await makeAccount(tx, clock, systemActor(councilId), {
    name,
    proven,
    identity,
    madeHow: registration?.made_how ?? 'self',
    madeBy: registration?.begun_by ?? null,
    registrationId: registration?.id ?? null,
  });
  await notePhone(tx, clock, { councilId, accountId, phone: identity.phone });
  return accountId;
}

/** A way to reach them, not a way in: the number of a shared telephone must not open an account. */
async function notePhone(
  tx: Tx,
  clock: Clock,
  { councilId, accountId, phone }: { councilId: string; accountId: string; phone: string | null },
): Promise<void> {
  const actor = phone === null ? null : await accountActor(tx, councilId, accountId);
  if (phone === null || !actor) return;
  await proveReach(tx, clock, actor, { customerId: actor.customerId, kind: 'phone', value: phone });
}

async function goIn(
  tx: Tx,
  clock: Clock,
  { councilId, identity, oldToken }: Enter,
  { id, hasSecondFactor }: { id: string; hasSecondFactor: boolean },
): Promise<EnterResult> {
  const { idToken } = identity;
  const begin = { councilId, accountId: id, by: 'one-login', hasSecondFactor, oldToken, idToken } as const;
  return { ok: true, begun: await beginAccountSession(tx, clock, begin) };
}
