import { sql } from 'kysely';
import type { Tx } from '#platform/db';
import type { CaseRow } from './find-case.ts';

export interface EndedJob {
  slug: string;
  promiseId: string | null;
  /** The highest job number of the case. */
  highest: number;
}

/** The newest sheet of each kind of work that was called done or not done: what "not fixed" can be about. */
export async function endedJobs(tx: Tx, { council_id, id }: CaseRow): Promise<EndedJob[]> {
  const { rows } = await sql<EndedJob>`
    select slug, promise_id as "promiseId", highest from (
      select distinct on (slug) slug, promise_id, state, number, max(number) over () as highest
      from jobs where council_id = ${council_id} and case_id = ${id}
      order by slug, number desc) newest
    where state in ('done', 'not-done') order by number`.execute(tx);
  return rows;
}
