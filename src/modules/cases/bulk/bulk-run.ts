import { type Actor, may } from '#modules/staff';
import type { Tx } from '#platform/db';
import '../tables.ts';

export interface BulkRun {
  id: string;
  cases: number;
  done: number;
  madeAt: Date;
  finishedAt: Date | null;
}

/** How far a bulk change has come. */
export async function bulkRun(tx: Tx, actor: Actor, runId: string): Promise<BulkRun | undefined> {
  if (!may(actor, 'message-many')) return undefined;
  const row = await tx
    .selectFrom('case_bulk_runs')
    .select(['id', 'case_ids', 'done', 'made_at', 'finished_at'])
    .where('council_id', '=', actor.councilId)
    .where('id', '=', runId)
    .executeTakeFirst();
  if (!row) return undefined;
  return { id: row.id, cases: row.case_ids.length, done: row.done, madeAt: row.made_at, finishedAt: row.finished_at };
}
