import { sql } from 'kysely';
import { councilConfig } from '#modules/councils';
import { type Actor, isStaff } from '#modules/staff';
import { addCalendarDays } from '#platform/calendar';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';

export interface Today {
  /** Midnight, on the council's wall, with which the day began. */
  since: Date;
  contacts: { channel: string; direction: 'in' | 'out'; count: number }[];
  casesOpened: number;
  casesDone: number;
  casesOverdue: number;
  promisesKept: number;
  promisesMissed: number;
  promisesRenegotiated: number;
}

type Counts = Omit<Today, 'since' | 'contacts'>;

/**
 * The day so far, counted from the rows themselves: contacts by channel, cases, promises. What was imported from another
 * system stays out of the promises. Kept is provisional until the window for "not fixed" has ended.
 */
export async function today(tx: Tx, clock: Clock, actor: Actor): Promise<Today | null> {
  if (!isStaff(actor) || actor.roles.every((role) => role === 'partner')) return null;
  const now = clock.now();
  const { zone } = (await councilConfig(tx, actor.councilId)).profile;
  const since = addCalendarDays(zone, now, -1);
  const contacts = await tx
    .selectFrom('contacts')
    .select((eb) => ['channel', 'direction', eb.fn.countAll<number>().as('count')])
    .where('council_id', '=', actor.councilId)
    .where('started_at', '>=', since)
    .where('is_imported', '=', false)
    .groupBy(['channel', 'direction'])
    .orderBy('count', 'desc')
    .execute();
  return { since, contacts, ...(await countsOf(tx, actor.councilId, { since, now })) };
}

async function countsOf(tx: Tx, councilId: string, { since, now }: { since: Date; now: Date }): Promise<Counts> {
  const decided = (outcome: string) => sql`(select count(*) from promises where council_id = ${councilId}
    and outcome = ${outcome} and decided_at >= ${since} and not is_imported)`;
  const { rows } = await sql<Counts>`select
    (select count(*) from cases where council_id = ${councilId} and opened_at >= ${since}) as "casesOpened",
    (select count(*) from cases where council_id = ${councilId} and ending = 'done' and ended_at >= ${since}) as "casesDone",
    (select count(*) from cases where council_id = ${councilId} and ended_at is null and next_due_at < ${now}) as "casesOverdue",
    ${decided('kept')} as "promisesKept", ${decided('missed')} as "promisesMissed",
    ${decided('renegotiated')} as "promisesRenegotiated"`.execute(tx);
  const [counts] = rows;
  if (!counts) throw new Error('a statement without a from clause has one row');
  return counts;
}
