import type { StaffActor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import { send, type Tx } from '#platform/db';
import { isId, newId } from '#platform/ids';
import './tables.ts';

const LIFE_MINUTES = 30;
const LONGEST = 200;

/**
 * Keep what somebody typed for as long as they look at its result, and forget what others' time is up for. Returns the
 * id that may stand in an address where the words may not (contract, "Personal data never in an address").
 */
export function keepSearch(tx: Tx, clock: Clock, actor: StaffActor, typed: string): Promise<string> {
  const now = clock.now();
  const id = newId(clock);
  send(tx, tx.deleteFrom('customer_searches').where('council_id', '=', actor.councilId).where('expires_at', '<=', now));
  const row = {
    council_id: actor.councilId,
    id,
    staff_id: actor.id,
    // Control characters come from broken pastes, and PostgreSQL refuses NUL outright.
    typed: typed.replace(/\p{Cc}+/gu, ' ').slice(0, LONGEST),
    made_at: now,
    expires_at: new Date(now.getTime() + LIFE_MINUTES * 60_000),
  };
  send(tx, tx.insertInto('customer_searches').values(row));
  return Promise.resolve(id);
}

/** What this member of staff typed for that search; null when it was somebody else's or its time is up. */
export async function keptSearch(tx: Tx, clock: Clock, actor: StaffActor, id: string): Promise<string | null> {
  if (!isId(id)) return null;
  const row = await tx
    .selectFrom('customer_searches')
    .select('typed')
    .where('council_id', '=', actor.councilId)
    .where('id', '=', id)
    .where('staff_id', '=', actor.id)
    .where('expires_at', '>', clock.now())
    .executeTakeFirst();
  return row?.typed ?? null;
}
