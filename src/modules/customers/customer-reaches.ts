import type { Tx } from '#platform/db';
import { prepared } from '#platform/prepared';
import './tables.ts';

export interface CustomerReach {
  id: string;
  customerId: string;
  kind: 'phone' | 'mobile' | 'email' | 'post';
  value: string;
  /** As it is compared: lower-case email, E.164. */
  key: string;
  isPreferred: boolean;
  since: Date;
  verifiedAt: Date | null;
}

/** Every way that is known to reach one person, over all their records: the preferred first, then the newest. */
export function customerReaches(tx: Tx, councilId: string, clusterId: string): Promise<CustomerReach[]> {
  return selectReaches.all(tx, { councilId, clusterId });
}

const selectReaches = prepared((tx, { councilId, clusterId }: { councilId: string; clusterId: string }) =>
  tx
    .selectFrom('customer_reaches as r')
    .innerJoin('customers as c', (join) =>
      join.onRef('c.council_id', '=', 'r.council_id').onRef('c.id', '=', 'r.customer_id'),
    )
    .select([
      'r.id',
      'r.customer_id as customerId',
      'r.kind',
      'r.value',
      'r.value_key as key',
      'r.is_preferred as isPreferred',
    ])
    .select(['r.since', 'r.verified_at as verifiedAt'])
    .where('c.council_id', '=', councilId)
    .where('c.cluster_id', '=', clusterId)
    .where('r.ended_at', 'is', null)
    .orderBy('r.is_preferred', 'desc')
    .orderBy('r.since', 'desc'),
);
