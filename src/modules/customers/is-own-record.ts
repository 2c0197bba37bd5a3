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
  const own = await ownRecordIds(tx, actor);
  return own.some((id) => customerIds.includes(id));
}

/** The records that are the reader's own: for a reader who asks for something else in the same breath. */
export async function ownRecordIds(tx: Tx, actor: ActorRef): Promise<string[]> {
  if (actor.type !== 'staff') return [];
  const { councilId, id } = actor as StaffActor;
  const rows = await selectOwn.all(tx, { councilId, staffId: id });
  return rows.map((row) => row.id);
}

// Asked from the reader's side: most who work here are no customers, and the plan is the same whoever they look at. The
// address is found first and by itself: under row-level security a join on a made-up value reads every row.
const selectOwn = prepared((tx, { councilId, staffId }: { councilId: string; staffId: string }) =>
  tx
    .selectFrom('customer_reaches as r')
    .innerJoin('customers as c', (join) =>
      join.onRef('c.council_id', '=', 'r.council_id').onRef('c.id', '=', 'r.customer_id'),
    )
    .innerJoin('customers as same', (join) =>
      join.onRef('same.council_id', '=', 'c.council_id').onRef('same.cluster_id', '=', 'c.cluster_id'),
    )
    .select('same.id')
    .where('r.council_id', '=', councilId)
    .where('r.value_key', '=', (eb) =>
      eb
        .selectFrom('staff_members as s')
        .innerJoin('people as p', 'p.id', 's.person_id')
        .select(sql<string>`lower(p.email)`.as('email'))
        .where('s.council_id', '=', councilId)
        .where('s.id', '=', staffId),
    )
    .where('r.kind', '=', 'email')
    .where('r.ended_at', 'is', null),
);
