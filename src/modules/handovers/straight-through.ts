import { sql } from 'kysely';
import type { Tx } from '#platform/db';
import './tables.ts';

export interface StraightThrough {
  service: string;
  /** Its cases that went to another system and have ended, those that were taken back apart. */
  ended: number;
  /** Those of them that the other system answered for good without an officer's hand in them. */
  straight: number;
}

/**
 * How many cases went straight through, by service, of those that ended since an instant: handed over by the house, said
 * yes to over the wire, ended by that, and with nothing in their story that an officer wrote. An adviser who filled the
 * form in for somebody is no officer (B-02, B-07, Q-12).
 */
export async function straightThrough(tx: Tx, councilId: string, since: Date): Promise<StraightThrough[]> {
  const { rows } = await sql<StraightThrough>`
    select c.service_slug as service, count(*) as ended,
      count(*) filter (where exists (
          select from hand_overs h join hand_over_answers a on a.council_id = h.council_id and a.hand_over_id = h.id
          where h.council_id = c.council_id and h.case_id = c.id and h.delivered_how = 'automatic'
            and a.standing = 'taken' and a.said <> 'desk' and a.result in ('done', 'granted'))
        and not exists (
          select from case_entries e
          where e.council_id = c.council_id and e.case_id = c.id and e.actor_type = 'staff' and e.kind <> 'opened'))
        as straight
    from cases c
    where c.council_id = ${councilId} and c.ended_at >= ${since} and c.ending not in ('withdrawn', 'duplicate')
      and exists (select from hand_overs w where w.council_id = c.council_id and w.case_id = c.id and w.kind = 'webhook')
    group by c.service_slug order by c.service_slug`.execute(tx);
  return rows;
}
