import { z } from 'zod';
import type { Tx } from '#platform/db';
import type { CaseRow } from './find-case.ts';
import './tables.ts';

const doneData = z.looseObject({ act: z.literal('job.done'), forCustomer: z.string().nullable() });

/** What was done, in words for the customer, and the titles of what is left to do. */
export async function workDone(tx: Tx, { council_id, id }: CaseRow): Promise<{ done: string[]; left: string[] }> {
  const jobs = await tx
    .selectFrom('jobs')
    .select(['id', 'title', 'state', 'ended_at'])
    .where('council_id', '=', council_id)
    .where('case_id', '=', id)
    .orderBy('number')
    .execute();
  const entries = await tx
    .selectFrom('case_entries')
    .select(['job_id', 'data'])
    .where('council_id', '=', council_id)
    .where('case_id', '=', id)
    .where('kind', '=', 'job')
    .execute();
  const words = new Map(
    entries.flatMap(({ job_id, data }) => {
      const read = doneData.safeParse(data);
      return job_id !== null && read.success && read.data.forCustomer ? [[job_id, read.data.forCustomer] as const] : [];
    }),
  );
  return {
    done: jobs.filter(({ state }) => state === 'done').map((job) => words.get(job.id) ?? job.title),
    left: jobs.filter(({ ended_at }) => ended_at === null).map(({ title }) => title),
  };
}
