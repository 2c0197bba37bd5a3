import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { AccountActor } from '../actor.ts';
import { withdrawGrant } from '../grants.ts';
import { hasOtherOwner, inNameOf, ownedOrganisation } from './own-organisation.ts';

type RemoveResult = { ok: true } | { ok: false; refusal: 'not-owner' | 'not-found' | 'last-owner' };

interface RemoveUser {
  /** The owner's own right to act for the organisation. */
  grantId: string;
  /** The right that ends: a user's, an owner's, or an invitation that nobody has answered. */
  userId: string;
}

/** An owner takes somebody off, or an invitation back. It works at once. An organisation keeps an owner. */
export async function removeUser(
  tx: Tx,
  clock: Clock,
  actor: AccountActor,
  { grantId, userId }: RemoveUser,
): Promise<RemoveResult> {
  const owned = await ownedOrganisation(tx, actor, grantId);
  if (!owned) return { ok: false, refusal: 'not-owner' };
  const { customerId } = owned;
  if (userId === grantId && !(await hasOtherOwner(tx, actor.councilId, { customerId, grantId })))
    return { ok: false, refusal: 'last-owner' };
  const isGone = await withdrawGrant(tx, clock, inNameOf(actor, owned), userId);
  return isGone ? { ok: true } : { ok: false, refusal: 'not-found' };
}
