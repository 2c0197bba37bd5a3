import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { councilConfig } from '#modules/councils';
import {
  HAND_OVER_FILTERS,
  type HandOverKey,
  handOverCounts,
  handOverList,
  maySeeHandOvers,
  notSetUp,
  retryHandOvers,
  straightThrough,
} from '#modules/handovers';
import { serviceCatalogue } from '#modules/services';
import { type StaffActor, staffOf } from '#modules/staff';
import { csvOf } from '#platform/csv';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { isId } from '#platform/ids';
import { HandOversPage } from './hand-overs.page.tsx';
import { handOversAsCsv } from './hand-overs-csv.ts';

interface ListRoute {
  Querystring: { state?: string; destination?: string; before?: string };
}
type Asking = FastifyRequest<ListRoute>;

const A_PAGE = 50;
/** More than anybody reads, less than the memory of the process. */
const MOST_IN_A_FILE = 20_000;

/** Where accepted cases went: how each destination stands, the list, the list as a file, and trying again. */
export function handOversDesk(inside: FastifyInstance, deps: Deps): void {
  const { db, clock } = deps;
  inside.get<ListRoute>('/hand-overs', (request, reply) => page(deps, request, reply));

  inside.get<ListRoute>('/hand-overs.csv', async (request, reply) => {
    readerOf(request);
    const rows = await inCouncil(db, request.councilId, (tx) =>
      handOverList(tx, request.councilId, { ...wantedOf(request), before: undefined, limit: MOST_IN_A_FILE }),
    );
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="hand-overs.csv"')
      .send(csvOf(handOversAsCsv(rows)));
  });

  inside.post<ListRoute>('/hand-overs/retries', async (request, reply) => {
    const actor = readerOf(request);
    const destination = fieldOf(readForm(request), 'destination');
    const retried = await inCouncil(db, request.councilId, (tx) => retryHandOvers(tx, clock, actor, { destination }));
    if (retried.ok) return seeOther(reply, `/desk/hand-overs?destination=${encodeURIComponent(destination)}`);
    return page(deps, request, reply, 'Nothing waits there to be tried again');
  });
}

export function readerOf(request: FastifyRequest): StaffActor {
  const actor = staffOf(request);
  if (!maySeeHandOvers(actor)) throw new HttpError(403, 'Your sign-in does not show hand-overs. Ask your manager.');
  return actor;
}

async function page(deps: Deps, request: Asking, reply: FastifyReply, problem?: string): Promise<FastifyReply> {
  readerOf(request);
  const html = await inCouncil(deps.db, request.councilId, async (tx) => {
    const wanted = wantedOf(request);
    const now = deps.clock.now();
    const counts = await handOverCounts(tx, request.councilId, now);
    const found = await handOverList(tx, request.councilId, { ...wanted, limit: A_PAGE + 1 });
    const lines = found.slice(0, A_PAGE);
    const last = found.length > A_PAGE ? lines.at(-1) : undefined;
    const next = last ? `${last.madeAt.getTime()}.${last.id}` : null;
    const { destinations, missing, zone } = await namesOf(tx, deps, request);
    const errors = problem === undefined ? {} : { message: problem };
    const straight = await straightOf(tx, request, now);
    const shown = { counts, straight, lines, next, filter: wanted.filter, destination: wanted.destination, errors };
    const around = { shell: request.deskShell, hidden: formToken(reply), destinations, missing, zone, now };
    return HandOversPage({ ...shown, ...around });
  });
  return reply.code(problem === undefined ? 200 : 409).html(html);
}

const DAYS = 30;
const DAY = 86_400_000;

/** What went straight through, and the services by name. */
async function straightOf(tx: Tx, { councilId, council }: Asking, now: Date) {
  const lines = await straightThrough(tx, councilId, new Date(now.getTime() - DAYS * DAY));
  const { services } = await serviceCatalogue(tx, councilId, council.revision);
  return { lines, services: new Map([...services].map(([slug, { service }]) => [slug, service.name.en])), days: DAYS };
}

/** The names of the council's destinations, and what those that cannot be reached at all still need. */
async function namesOf(tx: Tx, deps: Deps, { councilId, council }: Asking) {
  const { profile, destinations } = await councilConfig(tx, councilId, council.revision);
  const missing = new Map([...destinations].map(([slug, one]) => [slug, notSetUp(one, deps)]));
  return {
    zone: profile.zone,
    missing,
    destinations: new Map([...destinations].map(([slug, one]) => [slug, one.name.en])),
  };
}

function wantedOf({ query }: Asking) {
  const filter = HAND_OVER_FILTERS.find((one) => one === query.state) ?? 'all';
  const destination = query.destination === '' ? undefined : query.destination;
  return { filter, destination, before: keyOf(query.before ?? '') };
}

function keyOf(text: string): HandOverKey | undefined {
  const [at = '', id = ''] = text.split('.');
  return /^\d{1,15}$/.test(at) && isId(id) ? { madeAt: new Date(Number(at)), id } : undefined;
}
