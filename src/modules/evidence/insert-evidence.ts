import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { keepState } from './change-evidence.ts';
import type { EvidenceRow } from './find-evidence.ts';

type NewEvidence = Pick<EvidenceRow, 'case_id' | 'piece' | 'name' | 'why' | 'due_on'> &
  Partial<Pick<EvidenceRow, 'planned' | 'is_waited_for' | 'is_required' | 'hand_over_id'>>;

/** A piece that is asked for. Undefined where the case has it already. */
export async function insertEvidence(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  piece: NewEvidence,
): Promise<EvidenceRow | undefined> {
  const now = clock.now();
  const row = await tx
    .insertInto('evidence')
    .values({
      council_id: actor.councilId,
      id: newId(clock),
      ...piece,
      ...{ made_at: now, changed_at: now, by_type: actor.type, by_id: actor.id, by_name: actor.name },
    })
    .onConflict((conflict) => conflict.columns(['council_id', 'case_id', 'piece']).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (row) await keepState(tx, clock, actor, row);
  return row;
}
