import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { AccountActor } from '../actor.ts';
import { endOwnGrant } from '../grants.ts';
import { hasOtherOwner, lockOrganisation, ownOrganisation } from './own-organisation.ts';

type LeaveResult = { ok: true } | { ok: false; refusal: 'not-found' | 'last-owner' };

/** Stop acting for an organisation. Its last owner cannot: nobody could invite, remove or close it any more. */
export async function leaveOrganisation(
  tx: Tx,
  clock: Clock,
  actor: AccountActor,
  grantId: string,
): Promise<LeaveResult> {
  const { councilId } = actor;
  const first = await ownOrganisation(tx, actor, grantId);
  if (!first) return { ok: false, refusal: 'not-found' };
  const { customerId } = first;
  await lockOrganisation(tx, councilId, customerId);
  const own = await ownOrganisation(tx, actor, grantId);
  if (own?.role === 'owner' && !(await hasOtherOwner(tx, councilId, { customerId, grantId })))
    return { ok: false, refusal: 'last-owner' };
  return (await endOwnGrant(tx, clock, actor, grantId)) ? { ok: true } : { ok: false, refusal: 'not-found' };
}

/** The organisations that would have no owner without this person. */
export async function soleOwnerOf(tx: Tx, { councilId, id }: AccountActor): Promise<string[]> {
  const rows = await tx
    .selectFrom('account_grants as g')
    .innerJoin('customers as c', (join) =>
      join.onRef('c.council_id', '=', 'g.council_id').onRef('c.id', '=', 'g.customer_id'),
    )
    .select(['g.id as grantId', 'g.customer_id as customerId', 'c.name'])
    .where('g.council_id', '=', councilId)
    .where('g.account_id', '=', id)
    .where('g.kind', '=', 'owner')
    .where('g.ended_at', 'is', null)
    .execute();
  const names: string[] = [];
  for (const { name, grantId, customerId } of rows) {
    await lockOrganisation(tx, councilId, customerId);
    if (!(await hasOtherOwner(tx, councilId, { customerId, grantId }))) names.push(name);
  }
  return names;
}
