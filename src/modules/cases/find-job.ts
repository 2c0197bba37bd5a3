import type { Selectable } from 'kysely';
import type { Database, Tx } from '#platform/db';
import { isId } from '#platform/ids';
import { type CaseRow, lockCase } from './find-case.ts';

export type JobRow = Selectable<Database['jobs']>;

export interface FoundJob {
  job: JobRow;
  itsCase: CaseRow;
}

/**
 * A job with its case, both locked until the transaction ends. The case is locked first, always, so that two jobs of
 * one case never wait for each other.
 */
export async function lockJob(tx: Tx, councilId: string, jobId: string): Promise<FoundJob | undefined> {
  if (!isId(jobId)) return undefined;
  const found = await tx
    .selectFrom('jobs')
    .select('case_id')
    .where('council_id', '=', councilId)
    .where('id', '=', jobId)
    .executeTakeFirst();
  const itsCase = found && (await lockCase(tx, councilId, found.case_id));
  if (!itsCase) return undefined;
  const job = await tx
    .selectFrom('jobs')
    .selectAll()
    .where('council_id', '=', councilId)
    .where('id', '=', jobId)
    .executeTakeFirstOrThrow();
  return { job, itsCase };
}
