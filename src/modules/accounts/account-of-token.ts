import { readSession } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { AccountActor } from './actor.ts';
import './tables.ts';

interface Whose {
  councilId: string;
  token: string;
  /** Demonstration accounts exist here. */
  isDemo: boolean;
  step?: 'complete' | 'second-factor';
}

/** Who is signed in with this cookie, as they act; null when nobody is: unknown, ended, idle for an hour, closed. */
export async function accountOfToken(
  tx: Tx,
  clock: Clock,
  { councilId, token, isDemo, step = 'complete' }: Whose,
): Promise<AccountActor | null> {
  const session = await readSession(tx, clock, councilId, token);
  if (session?.kind !== 'customer' || session.subjectId === null || session.step !== step) return null;
  const actor = await accountActor(tx, councilId, session.subjectId);
  return actor && (isDemo || !actor.isDemonstration) ? actor : null;
}

/** An open account as its person acts. */
export async function accountActor(tx: Tx, councilId: string, accountId: string): Promise<AccountActor | null> {
  const row = await tx
    .selectFrom('accounts as a')
    .innerJoin('customers as c', (join) =>
      join.onRef('c.council_id', '=', 'a.council_id').onRef('c.id', '=', 'a.customer_id'),
    )
    .select(['a.id', 'a.name', 'a.customer_id', 'a.is_demonstration', 'c.cluster_id'])
    .where('a.council_id', '=', councilId)
    .where('a.id', '=', accountId)
    .where('a.closed_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return {
    type: 'customer',
    councilId,
    id: row.id,
    name: row.name,
    customerId: row.customer_id,
    clusterId: row.cluster_id,
    isDemonstration: row.is_demonstration,
  };
}
