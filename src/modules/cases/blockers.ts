import { sql } from 'kysely';
import type { Tx } from '#platform/db';
import './tables.ts';

/** What keeps a case from being called done. */
export interface Blocker {
  kind: 'job-open' | 'job-returned' | 'job-not-done' | 'no-evidence';
  jobId: string;
  title: string;
  /** What is missing, as a sentence for the officer. */
  text: string;
}

export interface JobForBlockers {
  id: string;
  title: string;
  state: 'sent' | 'accepted' | 'returned' | 'done' | 'not-done' | 'cancelled';
  evidence: 'note' | 'photo' | 'none';
  hasNote: boolean;
  hasPhoto: boolean;
}

/**
 * The one answer to "why can this case not be called done?": a job that is open, was sent back or was not done, and
 * work that nobody showed (F-18, AJ-30). A job that was made again after "not fixed" speaks for the one before it.
 */
export async function blockers(tx: Tx, councilId: string, caseId: string): Promise<Blocker[]> {
  return blockersOf(await jobsForBlockers(tx, councilId, caseId));
}

export function blockersOf(jobs: readonly JobForBlockers[]): Blocker[] {
  return jobs.flatMap((job) => {
    const blocker = blockerOf(job);
    return blocker ? [{ ...blocker, jobId: job.id, title: job.title }] : [];
  });
}

function blockerOf({
  title,
  state,
  evidence,
  hasNote,
  hasPhoto,
}: JobForBlockers): Pick<Blocker, 'kind' | 'text'> | null {
  switch (state) {
    case 'sent':
    case 'accepted':
      return { kind: 'job-open', text: `${title}: not done yet` };
    case 'returned':
      return { kind: 'job-returned', text: `${title}: sent back, and nobody has it` };
    case 'not-done':
      return {
        kind: 'job-not-done',
        text: `${title}: could not be done. Send it again or end the case in another way`,
      };
    case 'cancelled':
      return null;
    case 'done':
      if (evidence === 'photo' && !hasPhoto) return { kind: 'no-evidence', text: `${title}: there is no photo` };
      if (evidence === 'note' && !hasNote) return { kind: 'no-evidence', text: `${title}: nobody wrote what was done` };
      return null;
  }
}

/** The jobs that count: the newest sheet of each kind, with what its doer has shown. */
async function jobsForBlockers(tx: Tx, councilId: string, caseId: string): Promise<JobForBlockers[]> {
  const { rows } = await sql<JobForBlockers>`
    select distinct on (j.slug) j.id, j.title, j.state, j.evidence,
      exists (select from job_entries e where e.council_id = j.council_id and e.job_id = j.id and e.state = 'done'
        and coalesce(e.note, '') <> '') as "hasNote",
      exists (select from case_entries e where e.council_id = j.council_id and e.case_id = j.case_id and e.job_id = j.id
        and jsonb_array_length(coalesce(e.data -> 'fileIds', '[]')) > 0) as "hasPhoto"
    from jobs j
    where j.council_id = ${councilId} and j.case_id = ${caseId}
    order by j.slug, j.number desc`.execute(tx);
  return rows;
}
