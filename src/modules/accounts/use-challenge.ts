import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import './tables.ts';

/** What was proven is used for one thing, once: of two who try, one does. */
export async function useChallenge(tx: Tx, clock: Clock, councilId: string, challengeId: string): Promise<boolean> {
  const used = await tx
    .updateTable('account_challenges')
    .set({ used_at: clock.now() })
    .where('council_id', '=', councilId)
    .where('id', '=', challengeId)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return used !== undefined;
}
