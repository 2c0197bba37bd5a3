import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { hashToken } from '#platform/ids';
import './tables.ts';

/** End every session of a member of staff at this council, at once: "end all my sessions", a leaver, new roles. Returns how many. */
export function endSessionsOf(tx: Tx, clock: Clock, councilId: string, staffId: string): Promise<number> {
  return endSessionsOfSubject(tx, clock, councilId, { kind: 'staff', subjectId: staffId });
}

interface EndSessions {
  kind: 'staff' | 'customer';
  subjectId: string;
  /** The secret of the one session that goes on. */
  but?: string | undefined;
}

/** The same for anybody who has sessions: a member of staff or a resident's account. */
export async function endSessionsOfSubject(
  tx: Tx,
  clock: Clock,
  councilId: string,
  { kind, subjectId, but }: EndSessions,
): Promise<number> {
  const ended = await tx
    .updateTable('sessions')
    .set({ ended_at: clock.now() })
    .where('council_id', '=', councilId)
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .where('ended_at', 'is', null)
    .$if(but !== undefined, (query) => query.where('token_hash', '<>', hashToken(but ?? '')))
    .returning('token_hash')
    .execute();
  return ended.length;
}
