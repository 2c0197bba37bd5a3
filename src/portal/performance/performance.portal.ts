import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type PublishedMonth, promiseFigures } from '#modules/insight';
import { localMonth, monthOf } from '#platform/calendar';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { limitRate } from '#platform/http/limit-rate';
import { type Directory, directoryOf } from '../directory.ts';
import { PerformancePage } from './performance.page.tsx';
import { LICENCE, performanceCsv, performanceJson } from './performance-files.ts';

interface PerformanceRoute {
  Querystring: { month?: string | string[] };
}

const MONTHS_OFFERED = 24;
const WRONG_MONTH = 'Choose a month that is not in the future, such as 2026-10';

interface Asked {
  directory: Directory;
  months: readonly string[];
  /** Undefined where the month that was asked for is none. */
  published: PublishedMonth | undefined;
}

/** What the council promised and kept, month by month: to read, and as files under an open licence. */
export function performancePortal(door: FastifyInstance, deps: Deps): void {
  const limit = { preHandler: limitRate(deps, { name: 'performance', limit: 120, windowSeconds: 600 }) };

  door.get<PerformanceRoute>('/performance', limit, async (request, reply) => {
    const asked = await ask(deps, request);
    const error = asked.published ? undefined : WRONG_MONTH;
    return reply.code(error ? 422 : 200).html(PerformancePage({ ...request.publicShell, ...asked, error }));
  });

  door.get<PerformanceRoute>('/performance.csv', limit, async (request, reply) => {
    const { published, directory } = await askForFile(deps, request, reply);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="promises-${published.month}.csv"`)
      .send(performanceCsv(published, directory));
  });

  door.get<PerformanceRoute>('/performance.json', limit, async (request, reply) => {
    const { published, directory } = await askForFile(deps, request, reply);
    return reply.type('application/json; charset=utf-8').send(performanceJson(published, directory));
  });
}

function ask({ db, clock }: Deps, { councilId, council, query }: FastifyRequest<PerformanceRoute>): Promise<Asked> {
  return inCouncil(db, councilId, async (tx) => {
    const directory = await directoryOf(tx, council);
    const { zone } = directory.config.profile;
    const months = Array.from({ length: MONTHS_OFFERED }, (_, back) => monthOf(zone, clock.now(), -back));
    // The last whole month, unless another is asked for.
    const chosen = [query.month ?? []].flat().at(-1) ?? months[1] ?? '';
    const month = localMonth(zone, chosen);
    const isPast = month !== undefined && month.from <= clock.now();
    return { directory, months, published: isPast ? await promiseFigures(tx, clock, councilId, month) : undefined };
  });
}

async function askForFile(deps: Deps, request: FastifyRequest<PerformanceRoute>, reply: FastifyReply) {
  const { published, directory } = await ask(deps, request);
  if (!published) throw new HttpError(422, `${WRONG_MONTH}.`);
  reply.header('link', `<${LICENCE.url}>; rel="license"`).header('access-control-allow-origin', '*');
  return { published, directory };
}
