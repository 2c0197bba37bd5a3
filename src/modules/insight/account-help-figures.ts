import { sql } from 'kysely';
import type { Tx } from '#platform/db';

interface Handling {
  contacts: number;
  /** Means of those whose time is known, in whole seconds; null where none is. */
  handlingSeconds: number | null;
  waitedSeconds: number | null;
}

/** What it takes to help people into their account, beside everything else that people ring or come for. */
export interface AccountHelpFigures {
  days: number;
  byTrained: Handling;
  byOthers: Handling;
  /** Conversations by phone, at a counter or in a chat in which nobody was helped into an account. */
  rest: Handling;
  /** Helped without a conversation that was timed. */
  untimed: number;
}

const DAYS = 28;

/** The effect of account set-up on handling time and waits, from the conversations of the last four weeks. */
export async function accountHelpFigures(tx: Tx, councilId: string, now: Date): Promise<AccountHelpFigures> {
  const since = new Date(now.getTime() - DAYS * 86_400_000);
  const { rows } = await sql<Handling & { part: 'byTrained' | 'byOthers' | 'rest' }>`
    with helps as (select h.contact_id, bool_and(h.was_trained) as was_trained from account_helps h
      where h.council_id = ${councilId} and h.contact_id is not null and h.at >= ${since} group by h.contact_id)
    select case when h.contact_id is null then 'rest' when h.was_trained then 'byTrained' else 'byOthers' end as part,
      count(*) as contacts, round(avg(c.handling_seconds))::integer as "handlingSeconds",
      round(avg(c.waited_seconds))::integer as "waitedSeconds"
    from contacts c left join helps h on h.contact_id = c.id
    where c.council_id = ${councilId} and c.started_at >= ${since} and c.handled = 'person' and c.direction = 'in'
      and c.channel in ('phone', 'counter', 'chat') and c.handling_seconds is not null and not c.is_imported
    group by 1`.execute(tx);
  const { count } = await tx
    .selectFrom('account_helps')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('council_id', '=', councilId)
    .where('contact_id', 'is', null)
    .where('at', '>=', since)
    .executeTakeFirstOrThrow();
  const partOf = (part: 'byTrained' | 'byOthers' | 'rest'): Handling => {
    const row = rows.find((one) => one.part === part);
    const { contacts = 0, handlingSeconds = null, waitedSeconds = null } = row ?? {};
    return { contacts, handlingSeconds, waitedSeconds };
  };
  return {
    days: DAYS,
    byTrained: partOf('byTrained'),
    byOthers: partOf('byOthers'),
    rest: partOf('rest'),
    untimed: count,
  };
}
