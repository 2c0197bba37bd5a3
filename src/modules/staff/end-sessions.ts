import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import './tables.ts';

/** End every session of a member of staff at this council, at once: "end all my sessions", a leaver, new roles. Returns how many. */
export async function endSessionsOf(tx: Tx, clock: Clock, councilId: string, staffId: string): Promise<number> {
  const ended = await tx
    .updateTable('sessions')
    .set({ ended_at: clock.now() })
    .where('council_id', '=', councilId)
    .where('kind', '=', 'staff')
    .where('subject_id', '=', staffId)
    .where('ended_at', 'is', null)
    .returning('token_hash')
    .execute();
  return ended.length;
}
