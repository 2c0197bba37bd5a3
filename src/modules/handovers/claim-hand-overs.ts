import type { Selectable } from 'kysely';
import type { Clock } from '#platform/clock';
import type { Database, Tx } from '#platform/db';
import './tables.ts';

export type HandOverRow = Selectable<Database['hand_overs']>;

/** Longer than any destination is waited for: a claim this old was left by a worker that died. */
const CLAIM_MINUTES = 5;

interface Claim {
  councilId: string;
  destination: string;
  most: number;
}

/** Take the rows of a destination that are due, oldest first. Of two workers each row goes to one. */
export async function claimHandOvers(
  tx: Tx,
  clock: Clock,
  { councilId, destination, most }: Claim,
): Promise<HandOverRow[]> {
  const now = clock.now();
  const stale = new Date(now.getTime() - CLAIM_MINUTES * 60_000);
  // In a common table expression, which runs once: as a subquery of `in` it may run again for each row and claim them all.
  return tx
    .with('due', (cte) =>
      cte
        .selectFrom('hand_overs')
        .select('id')
        .where('council_id', '=', councilId)
        .where('destination', '=', destination)
        .where('state', '=', 'waiting')
        .where('next_at', '<=', now)
        .where((eb) => eb.or([eb('claimed_at', 'is', null), eb('claimed_at', '<', stale)]))
        .orderBy('next_at')
        .orderBy('id')
        .limit(most)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('hand_overs')
    .set((eb) => ({ claimed_at: now, attempts: eb('attempts', '+', 1) }))
    .where('council_id', '=', councilId)
    .where('id', 'in', (eb) => eb.selectFrom('due').select('id'))
    .returningAll()
    .execute();
}

/** When the next row of a destination comes due; undefined where none waits. */
export async function nextDue(tx: Tx, councilId: string, destination: string): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('hand_overs')
    .select('next_at')
    .where('council_id', '=', councilId)
    .where('destination', '=', destination)
    .where('state', '=', 'waiting')
    .where('claimed_at', 'is', null)
    .orderBy('next_at')
    .limit(1)
    .executeTakeFirst();
  return row?.next_at ?? undefined;
}
