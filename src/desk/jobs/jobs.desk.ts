import type { FastifyInstance } from 'fastify';
import { jobCounts, mayWorkCases, teamJobs } from '#modules/cases';
import { councilConfig } from '#modules/councils';
import { type StaffActor, staffOf, type TeamName, teamList } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { isId } from '#platform/ids';
import { JOB_FILTERS, JobsPage } from './jobs.page.tsx';

interface JobsRoute {
  Querystring: { team?: string; state?: string; after?: string };
}

/** The open job sheets of one of my teams, or of any team for those who work cases. */
export function jobsDesk(inside: FastifyInstance, { db, clock }: Deps): void {
  inside.get<JobsRoute>('/jobs', async (request, reply) => {
    const { team = '', state = '', after = '' } = request.query;
    const actor = staffOf(request);
    const page = await inCouncil(db, request.councilId, async (tx) => {
      const teams = teamsOf(actor, await teamList(tx, request.councilId));
      const chosen = teams.find(({ slug }) => slug === team) ?? teams[0] ?? null;
      const filter = JOB_FILTERS.find((one) => one === state) ?? 'all';
      const teamId = chosen?.id ?? '';
      const found = chosen
        ? await teamJobs(tx, clock, actor, { teamId, filter, after: readKey(after) })
        : { jobs: [], next: null };
      const counts = await jobCounts(tx, clock, actor, teamId);
      const { profile } = await councilConfig(tx, request.councilId, request.council.revision);
      const shown = { found, counts, teams, chosen, filter, isFirst: readKey(after) === null };
      return JobsPage({ shell: request.deskShell, ...shown, zone: profile.zone, now: clock.now() });
    });
    return reply.html(page);
  });
}

/** My own teams first, my main one at the head; then the others, for those who see all jobs. */
function teamsOf(actor: StaffActor, all: readonly TeamName[]): TeamName[] {
  const mine = all.filter(({ id }) => actor.teamIds.includes(id));
  const first = mine.filter(({ id }) => id === actor.teamId);
  const others = mayWorkCases(actor) ? all.filter(({ id }) => !actor.teamIds.includes(id)) : [];
  return [...first, ...mine.filter(({ id }) => id !== actor.teamId), ...others];
}

/** Where the last page ended: `<milliseconds>.<id>`, or `none.<id>` among those without a date. Else the beginning. */
function readKey(text: string): { dueAt: Date | null; id: string } | null {
  const [at = '', id = ''] = text.split('.');
  if (!isId(id)) return null;
  if (at === 'none') return { dueAt: null, id };
  return /^\d{1,15}$/.test(at) ? { dueAt: new Date(Number(at)), id } : null;
}
