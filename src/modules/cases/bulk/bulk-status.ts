import { type Actor, isStaff, may } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { enqueue } from '#platform/outbox';
import { type BulkChange, type BulkScope, bulkChange, MOST_CASES } from './bulk-change.ts';
import { casesInScope } from './cases-in-scope.ts';
import '../tables.ts';

export const RUN_BULK = 'cases.run-bulk';

export type BulkStatusRefusal = 'not-allowed' | 'nothing-chosen' | 'too-many' | 'nothing-said' | 'changed-since';
export type BulkStatusResult = { ok: true; runId: string; cases: number } | { ok: false; refusal: BulkStatusRefusal };

interface BulkStatus {
  scope: BulkScope;
  change: Omit<BulkChange, 'newDueAt'> & { newDueAt?: Date | null };
  /** How many cases the preview showed: where it is another number now, somebody looks again. */
  expected: number;
}

/** Start a bulk change: the cases are fixed now, the work is a task whose progress can be read (`bulkRun`). */
export async function bulkStatus(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { scope, change, expected }: BulkStatus,
): Promise<BulkStatusResult> {
  if (!isStaff(actor) || !may(actor, 'message-many')) return { ok: false, refusal: 'not-allowed' };
  const read = bulkChange.safeParse(change);
  if (!read.success) return { ok: false, refusal: 'nothing-said' };
  const ids = await casesInScope(tx, actor.councilId, scope);
  if (ids.length === 0) return { ok: false, refusal: 'nothing-chosen' };
  if (ids.length > MOST_CASES) return { ok: false, refusal: 'too-many' };
  if (ids.length !== expected) return { ok: false, refusal: 'changed-since' };
  const runId = newId(clock);
  await tx
    .insertInto('case_bulk_runs')
    .values({
      council_id: actor.councilId,
      id: runId,
      made_by: actor.id,
      made_at: clock.now(),
      change: JSON.stringify(read.data),
      case_ids: ids,
    })
    .execute();
  await recordAct(tx, clock, actor, {
    act: 'cases.bulk-started',
    subjectType: 'bulk-run',
    subjectId: runId,
    detail: { cases: ids.length },
  });
  await enqueue(tx, RUN_BULK, { councilId: actor.councilId, runId }, { key: `${RUN_BULK}:${runId}:0` });
  return { ok: true, runId, cases: ids.length };
}
