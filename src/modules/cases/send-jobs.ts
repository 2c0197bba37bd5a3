import { doerSlug, type JobDefinition } from '#modules/services';
import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import type { CaseTeam } from './case-teams.ts';
import { publishCase } from './publish-case.ts';
import './tables.ts';

export interface MadeJob {
  id: string;
  slug: string;
  title: string;
  number: number;
  teamId: string;
  teamName: string;
  isPartner: boolean;
}

interface JobsOf {
  caseId: string;
  jobs: readonly JobDefinition[];
  teams: ReadonlyMap<string, CaseTeam>;
  /** The promise under which each job is done, by the slug of its standard. */
  promises: ReadonlyMap<string, { id: string; dueAt: Date }>;
  /** Number of the first job sheet: they count up within a case. */
  firstNumber: number;
}

/** Write the job sheets of a case and send each to those who do it (F-13, F-24). */
export async function sendJobs(tx: Tx, clock: Clock, actor: ActorRef, work: JobsOf): Promise<MadeJob[]> {
  const rows = work.jobs.map((job, index) => rowOf(clock, actor, work, { job, number: work.firstNumber + index }));
  if (rows.length === 0) return [];
  await tx
    .insertInto('jobs')
    .values(rows.map(({ row }) => row))
    .execute();
  for (const { row } of rows) {
    await publishCase(tx, clock, actor, { type: 'job.sent', subjectId: row.id, data: { caseId: work.caseId } });
  }
  return rows.map(({ row, team }) => ({
    id: row.id,
    slug: row.slug,
    title: row.title,
    number: row.number,
    teamId: team.id,
    teamName: team.name,
    isPartner: row.is_partner,
  }));
}

function rowOf(
  clock: Clock,
  actor: ActorRef,
  { caseId, teams, promises }: JobsOf,
  { job, number }: { job: JobDefinition; number: number },
) {
  const team = teams.get(doerSlug(job.by));
  if (!team) throw new Error(`no team does ${job.slug}: the plan should have refused it`);
  const promise = promises.get(job.standard);
  const now = clock.now();
  const row = {
    council_id: actor.councilId,
    id: newId(clock),
    case_id: caseId,
    slug: job.slug,
    title: job.title.en,
    instructions: job.instructions.en,
    team_id: team.id,
    is_partner: team.kind === 'partner',
    number,
    state: 'sent' as const,
    evidence: job.evidence,
    promise_id: promise?.id ?? null,
    due_at: promise?.dueAt ?? null,
    made_at: now,
    updated_at: now,
  };
  return { row, team };
}
