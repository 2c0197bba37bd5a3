import type { FastifyInstance, FastifyRequest } from 'fastify';
import { WORKLIST_FILTERS, type WorklistKey, type WorklistPage, worklist, worklistCounts } from '#modules/cases';
import { councilConfig } from '#modules/councils';
import { may, staffOf, type TeamName, teamList } from '#modules/staff';
import { csvOf } from '#platform/csv';
import { askCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { isId } from '#platform/ids';
import { type WorkChoice, WorklistPageView } from './worklist.page.tsx';

interface WorkRoute {
  Querystring: { of?: string; filter?: string; after?: string };
}

/** The open cases of a team, of oneself or of all, the next promise first. */
export function worklistDesk(inside: FastifyInstance, deps: Deps): void {
  inside.get<WorkRoute>('/work', async (request, reply) => reply.html(await page(deps, request)));
  inside.get('/cases', (_request, reply) => reply.redirect('/desk/work', 303));
  inside.get<WorkRoute>('/work.csv', async (request, reply) => {
    const { rows } = await askCouncil(deps.db, request.councilId, async (tx) =>
      read(tx, deps, request, choiceOf(request, await teamList(tx, request.councilId))),
    );
    const lines = rows.map(({ reference, title, place, team, owner, stage, openedAt, nextDueAt }) => [
      reference,
      title,
      place ?? '',
      team,
      owner ?? '',
      stage,
      openedAt.toISOString(),
      nextDueAt?.toISOString() ?? '',
    ]);
    const head = ['Reference', 'Service', 'Place', 'Team', 'Owner', 'State', 'Opened', 'Due'];
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="work.csv"')
      .send(csvOf([head, ...lines]));
  });
}

function page(deps: Deps, request: FastifyRequest<WorkRoute>) {
  const actor = staffOf(request);
  return askCouncil(deps.db, request.councilId, async (tx) => {
    const [teams, { profile }] = await Promise.all([
      teamList(tx, request.councilId),
      councilConfig(tx, request.councilId, request.council.revision),
    ]);
    const choice = choiceOf(request, teams);
    const [found, counts] = await Promise.all([
      read(tx, deps, request, choice),
      isId(choice.of) ? worklistCounts(tx, deps.clock, actor, choice.of) : null,
    ]);
    const now = deps.clock.now();
    const writesToMany = may(actor, 'message-many');
    const { zone } = profile;
    return WorklistPageView({ shell: request.deskShell, found, counts, teams, choice, writesToMany, zone, now });
  });
}

function read(tx: Tx, { clock }: Deps, request: FastifyRequest<WorkRoute>, choice: WorkChoice): Promise<WorklistPage> {
  const actor = staffOf(request);
  const of = choice.of === 'mine' ? { ownerId: actor.id } : choice.of === 'all' ? 'all' : { teamId: choice.of };
  return worklist(tx, clock, actor, { of, filter: choice.filter, after: keyOf(request.query.after ?? '') });
}

function choiceOf(request: FastifyRequest<WorkRoute>, teams: readonly TeamName[]): WorkChoice {
  const asked = request.query.of ?? '';
  const isKnown = asked === 'mine' || asked === 'all' || teams.some(({ id }) => id === asked);
  const filter = WORKLIST_FILTERS.find((one) => one === request.query.filter) ?? 'all';
  return { of: isKnown ? asked : (staffOf(request).teamId ?? 'all'), filter };
}

/** Where the page before ended: `<milliseconds or none>.<id>`. What is neither begins at the top. */
function keyOf(text: string): WorklistKey | null {
  const [at = '', id = ''] = text.split('.');
  if (!isId(id)) return null;
  if (at === 'none') return { dueAt: null, id };
  return /^\d{1,15}$/.test(at) ? { dueAt: new Date(Number(at)), id } : null;
}
