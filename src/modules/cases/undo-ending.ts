import type { Actor } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { touchCase } from './touch-case.ts';
import './tables.ts';

interface UndoEnding {
  caseId: string;
  /** Why it stands no longer, for the record. */
  because: string;
}

/**
 * The decision that ended a case was corrected: its ending is stamped and kept, and the case is open for the new one to
 * end it. No promise is made or missed by this, since nobody said that the work was bad. Nothing where the case is open.
 */
export async function undoEnding(tx: Tx, clock: Clock, actor: Actor, { caseId, because }: UndoEnding): Promise<void> {
  const undone = await tx
    .updateTable('case_endings')
    .set({ reopened_at: clock.now(), reopened_because: because })
    .where('council_id', '=', actor.councilId)
    .where('case_id', '=', caseId)
    .where('reopened_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!undone) return;
  const open = { stage: 'open', ending: null, ended_at: null } as const;
  await touchCase(tx, clock, { council_id: actor.councilId, id: caseId }, open);
  const detail = { endingId: undone.id, because };
  await recordAct(tx, clock, actor, { act: 'case.ending-undone', subjectType: 'case', subjectId: caseId, detail });
}
