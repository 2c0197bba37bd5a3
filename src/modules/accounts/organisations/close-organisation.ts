import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { AccountActor } from '../actor.ts';
import { ownedOrganisation } from './own-organisation.ts';

/**
 * An owner closes the organisation's account: everybody's right to act for it ends at once, its own cases stay under the
 * council's retention rules. False where the person is no owner.
 */
export async function closeOrganisation(tx: Tx, clock: Clock, actor: AccountActor, grantId: string): Promise<boolean> {
  const { councilId, id } = actor;
  const owned = await ownedOrganisation(tx, actor, grantId);
  if (!owned) return false;
  const { customerId } = owned;
  const ended = { ended_at: clock.now(), ended_by: id };
  await tx
    .updateTable('account_grants')
    .set({ ...ended, ending: 'withdrawn' })
    .where('council_id', '=', councilId)
    .where('customer_id', '=', customerId)
    .where('ended_at', 'is', null)
    .execute();
  await tx
    .updateTable('organisations')
    .set(ended)
    .where('council_id', '=', councilId)
    .where('customer_id', '=', customerId)
    .execute();
  const about = { subjectType: 'customer', subjectId: customerId };
  await recordAct(tx, clock, actor, { act: 'account.organisation-closed', ...about });
  return true;
}
