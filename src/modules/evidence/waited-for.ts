import type { Tx } from '#platform/db';
import './tables.ts';

/** A piece that its customer is asked for: what, and by when. */
export interface WaitedFor {
  caseId: string;
  piece: string;
  name: string;
  /** `YYYY-MM-DD`; null where no day was given. */
  dueOn: string | null;
  /** Its case does not go on without it. */
  isWaitedFor: boolean;
}

/** What these cases still need from their customers, the earliest day first. The door has asked who may see the cases. */
export async function waitedFor(tx: Tx, councilId: string, caseIds: readonly string[]): Promise<WaitedFor[]> {
  if (caseIds.length === 0) return [];
  return tx
    .selectFrom('evidence')
    .select(['case_id as caseId', 'piece', 'name', 'due_on as dueOn', 'is_waited_for as isWaitedFor'])
    .where('council_id', '=', councilId)
    .where('case_id', 'in', [...caseIds])
    .where('state', 'in', ['asked', 'refused'])
    .where('is_required', '=', true)
    .orderBy((eb) => eb.fn.coalesce('due_on', eb.val('9999-12-31')))
    .orderBy('id')
    .execute();
}
