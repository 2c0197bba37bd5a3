import { type Actor, hasRole, isStaff } from '#modules/staff';
import { mayWorkCases } from './policy.ts';

interface JobTeam {
  id: string;
  team_id: string;
}

/** Who does a job: its team, a partner's staff or link for their own, a crew's system with a writing token or its file. */
export function mayDoJob(actor: Actor, job: JobTeam): boolean {
  if (actor.type === 'partner') return 'jobId' in actor && actor.jobId === job.id;
  if (mayReportOnAnyJob(actor)) return true;
  if (!isStaff(actor)) return false;
  return actor.teamIds.includes(job.team_id) || hasRole(actor, 'team-manager');
}

/** Who writes down what the doer said on the telephone: advisers too, when a job is handed over live. */
export function mayRecordForJob(actor: Actor, job: JobTeam): boolean {
  return mayDoJob(actor, job) || mayWorkCases(actor);
}

/** A crew's own system speaks for every team that works in it: by its token, or by a file at the terminal. */
export function mayReportOnAnyJob(actor: Actor): boolean {
  return actor.type === 'system' || (actor.type === 'machine' && actor.role === 'api-write');
}
