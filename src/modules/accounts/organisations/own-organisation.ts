import type { Tx } from '#platform/db';
import type { AccountActor } from '../actor.ts';
import '../tables.ts';

/** An organisation as one of its own people acts for it. */
export interface OwnOrganisation {
  grantId: string;
  role: 'owner' | 'user';
  customerId: string;
  clusterId: string;
  name: string;
}

/** The organisation behind somebody's own right to act for it; undefined where they have none (any more). */
export async function ownOrganisation(
  tx: Tx,
  { councilId, id }: AccountActor,
  grantId: string,
): Promise<OwnOrganisation | undefined> {
  const row = await tx
    .selectFrom('account_grants as g')
    .innerJoin('organisations as o', (join) =>
      join.onRef('o.council_id', '=', 'g.council_id').onRef('o.customer_id', '=', 'g.customer_id'),
    )
    .innerJoin('customers as c', (join) =>
      join.onRef('c.council_id', '=', 'g.council_id').onRef('c.id', '=', 'g.customer_id'),
    )
    .select(['g.id as grantId', 'g.kind', 'c.id as customerId', 'c.cluster_id as clusterId', 'c.name'])
    .where('g.council_id', '=', councilId)
    .where('g.id', '=', grantId)
    .where('g.account_id', '=', id)
    .where('g.kind', 'in', ['owner', 'user'])
    .where('g.accepted_at', 'is not', null)
    .where('g.ended_at', 'is', null)
    .where('o.ended_at', 'is', null)
    .executeTakeFirst();
  return row && { ...row, role: row.kind === 'owner' ? 'owner' : 'user' };
}

/** The same for its owners alone. Its row is locked until the transaction ends, so that owners act one after the other. */
export async function ownedOrganisation(
  tx: Tx,
  actor: AccountActor,
  grantId: string,
): Promise<OwnOrganisation | undefined> {
  const found = await ownOrganisation(tx, actor, grantId);
  if (!found) return undefined;
  await lockOrganisation(tx, actor.councilId, found.customerId);
  // Whoever stopped being an owner while this waited is none.
  const still = await ownOrganisation(tx, actor, grantId);
  return still?.role === 'owner' ? still : undefined;
}

export async function lockOrganisation(tx: Tx, councilId: string, customerId: string): Promise<void> {
  await tx
    .selectFrom('organisations')
    .select('customer_id')
    .where('council_id', '=', councilId)
    .where('customer_id', '=', customerId)
    .forUpdate()
    .execute();
}

/** The owners of an organisation who have said yes, beside the one whose right is named. Under its lock. */
export async function hasOtherOwner(
  tx: Tx,
  councilId: string,
  { customerId, grantId }: { customerId: string; grantId: string },
): Promise<boolean> {
  const other = await tx
    .selectFrom('account_grants')
    .select('id')
    .where('council_id', '=', councilId)
    .where('customer_id', '=', customerId)
    .where('kind', '=', 'owner')
    .where('accepted_at', 'is not', null)
    .where('ended_at', 'is', null)
    .where('id', '<>', grantId)
    .executeTakeFirst();
  return other !== undefined;
}

/** The organisation's side of a right: acts on it are acts of whoever is signed in. */
export function inNameOf(actor: AccountActor, { customerId, clusterId }: OwnOrganisation): AccountActor {
  return { ...actor, customerId, clusterId };
}
