import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import './tables.ts';

interface Decided {
  councilId: string;
  caseId: string;
  /** Of the decision; what a destination said after it still waits for somebody to look. */
  decisionId: string;
}

/** A case was decided: what its hand-overs asked a person to look at has been looked at. Run again it changes nothing. */
export async function settleHandOvers(tx: Tx, clock: Clock, { councilId, caseId, decisionId }: Decided): Promise<void> {
  const late = tx
    .selectFrom('hand_over_answers as a')
    .innerJoin('decisions as d', (join) =>
      join.onRef('d.council_id', '=', 'a.council_id').onRef('d.made_at', '<=', 'a.at'),
    )
    .select('a.hand_over_id')
    .where('a.council_id', '=', councilId)
    .where('a.standing', '=', 'too-late')
    .where('d.id', '=', decisionId);
  await tx
    .updateTable('hand_overs')
    .set({ attention: null, updated_at: clock.now() })
    .where('council_id', '=', councilId)
    .where('case_id', '=', caseId)
    .where('attention', 'is not', null)
    .where('id', 'not in', late)
    .execute();
}
