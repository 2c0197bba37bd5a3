import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import './tables.ts';

/** A case was decided: what its hand-overs asked a person to look at has been looked at. For whoever decides. */
export async function settleHandOvers(tx: Tx, clock: Clock, councilId: string, caseId: string): Promise<void> {
  await tx
    .updateTable('hand_overs')
    .set({ attention: null, updated_at: clock.now() })
    .where('council_id', '=', councilId)
    .where('case_id', '=', caseId)
    .where('attention', 'is not', null)
    .execute();
}
