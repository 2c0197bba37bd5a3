import type { ActorRef } from '#platform/actor';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { publish } from '#platform/outbox';
import type { EvidenceRow } from './find-evidence.ts';
import './tables.ts';

type Changes = Partial<
  Pick<
    EvidenceRow,
    | 'planned'
    | 'shown'
    | 'file_ids'
    | 'reason'
    | 'is_waited_for'
    | 'due_on'
    | 'reminded_at'
    | 'valid_until'
    | 'hand_over_id'
  >
> &
  Pick<EvidenceRow, 'state'>;

/** Put a piece into its next state, keep that state for good, and tell the subscribers, in the caller's transaction. */
export async function changeEvidence(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { row, changes }: { row: EvidenceRow; changes: Changes },
): Promise<EvidenceRow> {
  const changed = await tx
    .updateTable('evidence')
    .set({ ...changes, changed_at: clock.now(), by_type: actor.type, by_id: actor.id, by_name: actor.name })
    .where('council_id', '=', row.council_id)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await keepState(tx, clock, actor, changed);
  return changed;
}

/** The state of a piece as it is now: into its history, the audit and the events. */
export async function keepState(tx: Tx, clock: Clock, actor: ActorRef, row: EvidenceRow): Promise<void> {
  const { state, shown, file_ids, reason, due_on, valid_until, by_type, by_id, by_name } = row;
  await tx
    .insertInto('evidence_history')
    .values({
      council_id: row.council_id,
      id: newId(clock),
      evidence_id: row.id,
      at: clock.now(),
      ...{ state, shown, file_ids, reason, due_on, valid_until, by_type, by_id, by_name },
    })
    .execute();
  const fact = { subjectType: 'evidence', subjectId: row.id };
  const type = `evidence.${state}`;
  await recordAct(tx, clock, actor, { act: type, ...fact, detail: { caseId: row.case_id, piece: row.piece } });
  await publish(tx, clock, actor, { type, ...fact, data: { caseId: row.case_id } });
}
