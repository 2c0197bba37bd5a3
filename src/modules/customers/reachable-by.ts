import type { Tx } from '#platform/db';

export interface ReachableBy {
  customerId: string;
  /** All records that are one person have one cluster. */
  clusterId: string;
  name: string;
  email: string | null;
  /** A number that takes texts, in E.164. */
  mobile: string | null;
  /** Where letters go, in one line. */
  post: string | null;
  /** What they asked us to use; null where they never said. */
  preferred: 'email' | 'sms' | 'letter' | 'phone' | null;
}

const PREFERENCES = { email: 'email', mobile: 'sms', phone: 'phone', post: 'letter' } as const;

/** How a customer can be told something: the preferred way of each kind first, then the newest. Undefined for no such customer. */
export async function reachableBy(tx: Tx, councilId: string, customerId: string): Promise<ReachableBy | undefined> {
  const customer = await tx
    .selectFrom('customers')
    .select(['id', 'cluster_id', 'name', 'address', 'postcode'])
    .where('council_id', '=', councilId)
    .where('id', '=', customerId)
    .executeTakeFirst();
  if (!customer) return undefined;
  const reaches = await tx
    .selectFrom('customer_reaches')
    .innerJoin('customers', (join) =>
      join
        .onRef('customers.council_id', '=', 'customer_reaches.council_id')
        .onRef('customers.id', '=', 'customer_reaches.customer_id'),
    )
    .select(['customer_reaches.kind', 'customer_reaches.value', 'customer_reaches.value_key', 'is_preferred'])
    .where('customers.council_id', '=', councilId)
    .where('customers.cluster_id', '=', customer.cluster_id)
    .where('customer_reaches.ended_at', 'is', null)
    .orderBy('is_preferred', 'desc')
    .orderBy('customer_reaches.since', 'desc')
    .orderBy('customer_reaches.id', 'desc')
    .execute();
  const first = (kind: string) => reaches.find((reach) => reach.kind === kind);
  const preferred = reaches.find((reach) => reach.is_preferred);
  return {
    customerId: customer.id,
    clusterId: customer.cluster_id,
    name: customer.name,
    email: first('email')?.value ?? null,
    mobile: first('mobile')?.value_key ?? null,
    post: first('post')?.value ?? homeOf(customer),
    preferred: preferred ? PREFERENCES[preferred.kind] : null,
  };
}

function homeOf({ address, postcode }: { address: string | null; postcode: string | null }): string | null {
  if (!address) return null;
  return postcode && !address.includes(postcode) ? `${address}, ${postcode}` : address;
}
