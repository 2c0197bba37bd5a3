import type { FastifyInstance, FastifyRequest } from 'fastify';
import { mayWorkCases } from '#modules/cases';
import { councilConfig } from '#modules/councils';
import { TO_DECIDE, toDecide, toDecideCounts } from '#modules/decisions';
import { lateEvidence, lateEvidenceCount } from '#modules/evidence';
import { type StaffActor, staffOf, type TeamName, teamList } from '#modules/staff';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { isId } from '#platform/ids';
import { DecisionsPage } from './decisions.page.tsx';
import type { Choice, DecisionList, Listed } from './list.ts';

interface ListRoute {
  Querystring: { of?: string; which?: string; after?: string };
}
type Asking = FastifyRequest<ListRoute>;

const A_PAGE = 50;

/** What must be decided, by whom it waits and until when: today, by a second officer, again, and what evidence is late. */
export function decisionsDesk(inside: FastifyInstance, deps: Deps): void {
  inside.get<ListRoute>('/decisions', async (request, reply) => {
    const actor = staffOf(request);
    if (!mayWorkCases(actor)) throw new HttpError(403, 'Only people who work on cases see what is to be decided.');
    return reply.html(await page(deps, request, actor));
  });
}

function page(deps: Deps, request: Asking, actor: StaffActor) {
  const { councilId } = actor;
  return inCouncil(deps.db, councilId, async (tx) => {
    const teams = await teamList(tx, councilId);
    const choice = choiceOf(request, actor, teams);
    const teamId = choice.of === 'all' ? undefined : choice.of;
    const { profile } = await councilConfig(tx, councilId, request.council.revision);
    const counts = {
      ...(await toDecideCounts(tx, deps.clock, actor, teamId)),
      evidence: await lateEvidenceCount(tx, councilId, teamId),
    };
    const listed = await read(tx, deps, { actor, which: choice.which, teamId, after: request.query.after ?? '' });
    const around = { shell: request.deskShell, zone: profile.zone, now: deps.clock.now() };
    return DecisionsPage({ ...around, teams, choice, counts, listed });
  });
}

function choiceOf({ query }: Asking, actor: StaffActor, teams: readonly TeamName[]): Choice {
  const of = query.of ?? '';
  const isKnown = of === 'all' || teams.some(({ id }) => id === of);
  const which = query.which === 'evidence' ? 'evidence' : (TO_DECIDE.find((one) => one === query.which) ?? 'today');
  return { of: isKnown ? of : (actor.teamId ?? 'all'), which };
}

interface Read {
  actor: StaffActor;
  which: DecisionList;
  teamId: string | undefined;
  after: string;
}

async function read(tx: Tx, { clock }: Deps, { actor, which, teamId, after }: Read): Promise<Listed> {
  const [on = '', id = ''] = after.split('.');
  if (which === 'evidence') {
    const key = isId(id) && /^\d{4}-\d\d-\d\d$/.test(on) && !Number.isNaN(Date.parse(on)) ? { dueOn: on, id } : null;
    const found = await lateEvidence(tx, actor.councilId, { teamId, after: key, limit: A_PAGE + 1 });
    const { rows, last } = cut(found);
    return { which, rows, next: last ? `${last.dueOn}.${last.id}` : null };
  }
  const key = isId(id) && /^\d{1,15}$/.test(on) ? { at: new Date(Number(on)), id } : null;
  const { rows, last } = cut(await toDecide(tx, clock, actor, { set: which, teamId, after: key, limit: A_PAGE + 1 }));
  return { which, rows, next: last ? `${last.at.getTime()}.${last.id}` : null };
}

/** A page of what was found, and its last row where there is another page. */
function cut<T>(found: readonly T[]): { rows: readonly T[]; last: T | undefined } {
  const rows = found.slice(0, A_PAGE);
  return { rows, last: found.length > A_PAGE ? rows.at(-1) : undefined };
}
