import type { ActorRef } from '#platform/actor';
import type { Tx } from '#platform/db';
import './tables.ts';

interface HandOver {
  subjectId: string;
  teamId: string;
  ownerId: string | null;
}

/**
 * What is still promised goes with the work: whoever answers for the case now is warned of its promises and may agree
 * another date. What is decided stays with those who decided it. The act that hands over is in the audit of the case.
 */
export async function handOverPromises(
  tx: Tx,
  actor: ActorRef,
  { subjectId, teamId, ownerId }: HandOver,
): Promise<void> {
  await tx
    .updateTable('promises')
    .set({ team_id: teamId, owner_id: ownerId })
    .where('council_id', '=', actor.councilId)
    .where('subject_id', '=', subjectId)
    .where('outcome', 'is', null)
    .execute();
}
