import { sql } from 'kysely';
import type { Tx } from '#platform/db';
import type { PersonFacts } from './customer-keys.ts';

/** Keys that a record must all have. */
export type KeySet = readonly [string, ...string[]];

export interface Candidate {
  id: string;
  clusterId: string;
  name: string;
  kind: 'person' | 'organisation';
  type: string;
  address: string | null;
  postcode: string | null;
  phones: string[];
  emails: string[];
  facts: PersonFacts;
}

const MOST_PER_SET = 100;

/**
 * Records that have all keys of at least one set: plain equality on a B-tree, so row-level security does not cost the
 * index, however many customers there are. The first key of a set should be its rarest.
 */
export async function candidates(tx: Tx, councilId: string, keySets: readonly KeySet[]): Promise<Candidate[]> {
  if (keySets.length === 0) return [];
  const found = keySets.map(([first, ...others]) => withKeys(councilId, first, others));
  const ids = await sql<{ customer_id: string }>`${sql.join(found, sql` union `)}`.execute(tx);
  return loadCandidates(
    tx,
    councilId,
    ids.rows.map(({ customer_id }) => customer_id),
  );
}

// `lateral … limit 1` keeps the planner to the order given: the rarest key leads, the others are looked up one by one.
// A prepared statement's general plan does not know which key is rare, and may begin with everybody in RM17.
function withKeys(councilId: string, first: string, others: readonly string[]) {
  const also = others.map(
    (key, index) => sql` cross join lateral (select 1 from customer_keys o where o.council_id = k.council_id
      and o.key = ${key} and o.customer_id = k.customer_id limit 1) ${sql.ref(`o${index}`)}`,
  );
  return sql`(select k.customer_id from customer_keys k${sql.join(also, sql``)}
    where k.council_id = ${councilId} and k.key = ${first} limit ${sql.lit(MOST_PER_SET)})`;
}

async function loadCandidates(tx: Tx, councilId: string, ids: readonly string[]): Promise<Candidate[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('customers')
    .select(['id', 'cluster_id', 'kind', 'type', 'name', 'given_name', 'family_name', 'born_on', 'address', 'postcode'])
    .select(
      sql<
        { kind: string; value: string }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('kind', r.kind, 'value', r.value))
        from customer_reaches r where r.council_id = customers.council_id and r.customer_id = customers.id
        and r.ended_at is null), '[]')`.as('reaches'),
    )
    .where('council_id', '=', councilId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  return rows.map(toCandidate);
}

interface Row {
  id: string;
  cluster_id: string;
  kind: 'person' | 'organisation';
  type: string;
  name: string;
  given_name: string | null;
  family_name: string | null;
  born_on: string | null;
  address: string | null;
  postcode: string | null;
  reaches: { kind: string; value: string }[];
}

function toCandidate(row: Row): Candidate {
  const emails = row.reaches.filter(({ kind }) => kind === 'email').map(({ value }) => value);
  const phones = row.reaches.filter(({ kind }) => kind === 'phone' || kind === 'mobile').map(({ value }) => value);
  const { id, name, kind, type, address, postcode } = row;
  const facts = {
    name,
    givenName: row.given_name,
    familyName: row.family_name,
    bornOn: row.born_on,
    address,
    postcode,
    phones,
    emails,
  };
  return { id, clusterId: row.cluster_id, kind, type, name, address, postcode, phones, emails, facts };
}
