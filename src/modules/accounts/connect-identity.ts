import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { type Begun, beginAccountSession } from './account-session.ts';
import type { AccountActor } from './actor.ts';
import { accountOfIdentity, lockIdentity, type VouchedIdentity } from './identity.ts';
import './tables.ts';

interface Connect {
  identity: VouchedIdentity;
  oldToken: string | undefined;
}

type ConnectResult = { ok: true; begun: Begun } | { ok: false; refusal: 'taken' | 'has-another' };

/**
 * Connect an identity with the account of whoever is signed in to it, by their own press: from now on it opens the
 * account. One that opens another account is refused, and so is a second one.
 */
export async function connectIdentity(
  tx: Tx,
  clock: Clock,
  actor: AccountActor,
  { identity, oldToken }: Connect,
): Promise<ConnectResult> {
  const { councilId, id } = actor;
  await lockIdentity(tx, councilId, identity);
  const holder = await accountOfIdentity(tx, councilId, identity);
  if (holder && holder.id !== id) return { ok: false, refusal: 'taken' };
  const connected = await tx
    .updateTable('accounts')
    .set({ oidc_issuer: identity.issuer, oidc_subject: identity.subject })
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .where((eb) => eb.or([eb('oidc_subject', 'is', null), eb('oidc_subject', '=', identity.subject)]))
    .returning('id')
    .executeTakeFirst();
  if (!connected) return { ok: false, refusal: 'has-another' };
  const about = { subjectType: 'account', subjectId: id };
  await recordAct(tx, clock, actor, {
    act: 'account.identity-connected',
    ...about,
    detail: { issuer: identity.issuer },
  });
  const { idToken } = identity;
  const begin = { councilId, accountId: id, by: 'one-login', hasSecondFactor: false, oldToken, idToken } as const;
  return { ok: true, begun: await beginAccountSession(tx, clock, begin) };
}

/** Do without it again. Refused where nothing else opens the account: the person would be locked out. */
export async function disconnectIdentity(
  tx: Tx,
  clock: Clock,
  actor: AccountActor,
): Promise<{ ok: true } | { ok: false; refusal: 'only-way-in' }> {
  const { councilId, id } = actor;
  const gone = await tx
    .updateTable('accounts')
    .set({ oidc_issuer: null, oidc_subject: null })
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .where((eb) => eb.or([eb('email', 'is not', null), eb('mobile', 'is not', null)]))
    .returning('id')
    .executeTakeFirst();
  if (!gone) return { ok: false, refusal: 'only-way-in' };
  await recordAct(tx, clock, actor, { act: 'account.identity-disconnected', subjectType: 'account', subjectId: id });
  return { ok: true };
}
