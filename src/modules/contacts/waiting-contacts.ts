import type { StaffActor } from '#modules/staff';
import type { Tx } from '#platform/db';
import { mayHandleContacts } from './policy.ts';

export interface WaitingContact {
  id: string;
  channel: string;
  name: string | null;
  startedAt: Date;
  /** Why it was passed on, in the words of whoever did. */
  reason: string | null;
}

const MOST = 20;

/** Live contacts that were passed to somebody's teams and that nobody has taken yet, the longest waiting first. */
export async function waitingContacts(tx: Tx, actor: StaffActor): Promise<WaitingContact[]> {
  if (!mayHandleContacts(actor) || actor.teamIds.length === 0) return [];
  return tx
    .selectFrom('contacts as c')
    .leftJoin('customers as p', (join) =>
      join.onRef('p.council_id', '=', 'c.council_id').onRef('p.id', '=', 'c.customer_id'),
    )
    .leftJoin('contact_segments as s', (join) =>
      join
        .onRef('s.council_id', '=', 'c.council_id')
        .onRef('s.contact_id', '=', 'c.id')
        .on('s.kind', '=', 'transfer')
        .on('s.ended_at', 'is', null),
    )
    .select((eb) => [
      'c.id',
      'c.channel',
      'c.started_at as startedAt',
      's.reason',
      eb.fn.coalesce('p.name', 'c.given_name').as('name'),
    ])
    .where('c.council_id', '=', actor.councilId)
    .where('c.team_id', 'in', [...actor.teamIds])
    .where('c.staff_id', 'is', null)
    .where('c.handled', '=', 'person')
    .where('c.ended_at', 'is', null)
    .orderBy('c.started_at')
    .limit(MOST)
    .execute();
}
