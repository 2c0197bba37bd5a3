import { sql } from 'kysely';
import type { StaffActor } from '#modules/staff';
import type { ActorRef } from '#platform/actor';
import type { Tx } from '#platform/db';
import { prepared } from '#platform/prepared';
import './tables.ts';

/**
 * Whether one of these records is the reader's own as a resident: it is reached at the address with which they sign in at
 * the desk. Whoever works here looks after a neighbour's affairs, never their own (AJ-48).
 */
export async function isOwnRecord(tx: Tx, actor: ActorRef, customerIds: readonly string[]): Promise<boolean> {
  if (actor.type !== 'staff' || customerIds.length === 0) return false;
  const { councilId, id } = actor as StaffActor;
  return (await selectOwn.first(tx, { councilId, staffId: id, customerIds: [...customerIds] })) !== undefined;
}

interface Asked {
  councilId: string;
  staffId: string;
  customerIds: string[];
}

const selectOwn = prepared((tx, { councilId, staffId, customerIds }: Asked) =>
  tx
    .selectFrom('customers as c')
    .innerJoin('customers as same', (join) =>
      join.onRef('same.council_id', '=', 'c.council_id').onRef('same.cluster_id', '=', 'c.cluster_id'),
    )
    .innerJoin('customer_reaches as r', (join) =>
      join.onRef('r.council_id', '=', 'same.council_id').onRef('r.customer_id', '=', 'same.id'),
    )
    .innerJoin('staff_members as s', (join) => join.onRef('s.council_id', '=', 'c.council_id'))
    .innerJoin('people as p', 'p.id', 's.person_id')
    .select('c.id')
    .where('c.council_id', '=', councilId)
    .where(sql<boolean>`c.id = any(${customerIds})`)
    .where('s.id', '=', staffId)
    .where('r.kind', '=', 'email')
    .where('r.ended_at', 'is', null)
    .where(sql<boolean>`lower(r.value) = lower(p.email)`)
    .limit(1),
);
