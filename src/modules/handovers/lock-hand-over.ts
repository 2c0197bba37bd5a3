import type { Tx } from '#platform/db';
import type { HandOverRow } from './claim-hand-overs.ts';
import './tables.ts';

/** One hand-over, until the transaction ends: two answers, or an answer and an officer, take their turns. */
export function lockHandOver(tx: Tx, councilId: string, id: string): Promise<HandOverRow | undefined> {
  return tx
    .selectFrom('hand_overs')
    .selectAll()
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}
