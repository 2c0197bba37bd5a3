import type { StaffActor } from '#modules/staff';
import type { Tx } from '#platform/db';

/** The contacts that somebody has on now, oldest first, and those that they still have to write up. */
export function liveContacts(tx: Tx, actor: StaffActor) {
  return tx
    .selectFrom('contacts as c')
    .leftJoin('customers as p', (join) =>
      join.onRef('p.council_id', '=', 'c.council_id').onRef('p.id', '=', 'c.customer_id'),
    )
    .select(['c.id', 'c.channel', 'c.direction', 'c.identity', 'c.started_at as startedAt', 'c.ended_at as endedAt'])
    .select([
      'c.customer_id as customerId',
      'p.name as customerName',
      'c.given_name as givenName',
      'c.given_phone as givenPhone',
    ])
    .where('c.council_id', '=', actor.councilId)
    .where('c.staff_id', '=', actor.id)
    .where('c.wrapped_at', 'is', null)
    .where('c.handled', '=', 'person')
    .orderBy('c.started_at')
    .limit(50)
    .execute();
}
