import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { AccountActor } from '../actor.ts';
import { hasOtherOwner, ownedOrganisation } from './own-organisation.ts';

interface ChangeRole {
  /** The owner's own right to act for the organisation. */
  grantId: string;
  userId: string;
  role: 'owner' | 'user';
}

type ChangeResult = { ok: true } | { ok: false; refusal: 'not-owner' | 'not-found' | 'last-owner' };

/** Make a user an owner too, or an owner a user. An organisation keeps an owner. */
export async function changeUserRole(
  tx: Tx,
  clock: Clock,
  actor: AccountActor,
  { grantId, userId, role }: ChangeRole,
): Promise<ChangeResult> {
  const { councilId } = actor;
  const owned = await ownedOrganisation(tx, actor, grantId);
  if (!owned) return { ok: false, refusal: 'not-owner' };
  const { customerId } = owned;
  if (role === 'user' && !(await hasOtherOwner(tx, councilId, { customerId, grantId: userId })))
    return { ok: false, refusal: 'last-owner' };
  const changed = await tx
    .updateTable('account_grants')
    .set({ kind: role })
    .where('council_id', '=', councilId)
    .where('customer_id', '=', customerId)
    .where('id', '=', userId)
    .where('kind', 'in', ['owner', 'user'])
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!changed) return { ok: false, refusal: 'not-found' };
  const about = { subjectType: 'customer', subjectId: customerId };
  await recordAct(tx, clock, actor, { act: 'account.role-changed', ...about, detail: { grantId: userId, role } });
  return { ok: true };
}
