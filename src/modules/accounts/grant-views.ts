import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { prepared } from '#platform/prepared';
import type { AccountActor } from './actor.ts';
import type { GrantScope } from './grants.ts';
import type { GrantKind } from './tables.ts';
import './tables.ts';

export interface HelperView {
  id: string;
  name: string;
  email: string;
  kind: GrantKind;
  scopes: string[];
  endsOn: string | null;
  acceptedAt: Date | null;
}

/** Who helps one person, or was asked to, over all records that are them. */
export function helpersOf(tx: Tx, clock: Clock, councilId: string, clusterId: string): Promise<HelperView[]> {
  return selectHelpers.all(tx, { councilId, clusterId, today: dayOf(clock) });
}

const selectHelpers = prepared((tx, asked: { councilId: string; clusterId: string; today: string }) =>
  tx
    .selectFrom('account_grants as g')
    .innerJoin('customers as c', (join) =>
      join.onRef('c.council_id', '=', 'g.council_id').onRef('c.id', '=', 'g.customer_id'),
    )
    .select(['g.id', 'g.invited_name as name', 'g.invited_email as email', 'g.kind', 'g.scopes'])
    .select(['g.ends_on as endsOn', 'g.accepted_at as acceptedAt'])
    .where('g.council_id', '=', asked.councilId)
    .where('c.cluster_id', '=', asked.clusterId)
    .where('g.ended_at', 'is', null)
    .where((eb) => eb.or([eb('g.ends_on', 'is', null), eb('g.ends_on', '>=', asked.today)]))
    .orderBy('g.made_at'),
);

export interface HelpedView {
  grantId: string;
  kind: GrantKind;
  /** The person's record, and all that are the same person. */
  customerId: string;
  clusterId: string;
  name: string;
  scopes: string[];
  endsOn: string | null;
}

/** Whom somebody acts for today. Asked for afresh with every page, so that what is withdrawn is cut at once. */
export function actsFor(tx: Tx, clock: Clock, { councilId, id }: AccountActor): Promise<HelpedView[]> {
  return tx
    .selectFrom('account_grants as g')
    .innerJoin('customers as c', (join) =>
      join.onRef('c.council_id', '=', 'g.council_id').onRef('c.id', '=', 'g.customer_id'),
    )
    .select([
      'g.id as grantId',
      'g.kind',
      'c.id as customerId',
      'c.cluster_id as clusterId',
      'c.name',
      'g.scopes',
      'g.ends_on as endsOn',
    ])
    .where('g.council_id', '=', councilId)
    .where('g.account_id', '=', id)
    .where('g.accepted_at', 'is not', null)
    .where('g.ended_at', 'is', null)
    .where((eb) => eb.or([eb('g.ends_on', 'is', null), eb('g.ends_on', '>=', dayOf(clock))]))
    .orderBy('c.name')
    .execute();
}

/** Whom somebody may see the cases of, or ask for things for. */
export async function clustersFor(tx: Tx, clock: Clock, actor: AccountActor, scope: GrantScope): Promise<string[]> {
  const helped = await actsFor(tx, clock, actor);
  return [actor.clusterId, ...helped.filter(({ scopes }) => scopes.includes(scope)).map(({ clusterId }) => clusterId)];
}

function dayOf(clock: Clock): string {
  return clock.now().toISOString().slice(0, 10);
}
