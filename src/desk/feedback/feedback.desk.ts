import type { FastifyInstance, FastifyRequest } from 'fastify';
import { feedbackCounts, feedbackList } from '#modules/feedback';
import { staffOf } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { readPageKey } from '../../doors/page-key.ts';
import { directoryOf } from '../../portal/directory.ts';
import { FeedbackListPage } from './feedback.page.tsx';

interface Route {
  Querystring: { service?: string | string[]; after?: string | string[] };
}

const A_PAGE = 50;

/** What people say of the services, for those who run them. */
export function feedbackDesk(inside: FastifyInstance, deps: Deps): void {
  inside.get<Route>('/feedback', async (request, reply) => reply.html(await page(deps, request)));
}

function page({ db, clock }: Deps, request: FastifyRequest<Route>) {
  const actor = staffOf(request);
  const { service: asked, after } = request.query;
  return inCouncil(db, request.councilId, async (tx) => {
    const directory = await directoryOf(tx, request.council);
    const service = typeof asked === 'string' && directory.catalogue.services.has(asked) ? asked : undefined;
    const found = await feedbackList(tx, actor, { service, after: readPageKey(after), limit: A_PAGE + 1 });
    if (!found) throw new HttpError(403, 'Your sign-in does not show what people say of services.');
    const lines = found.slice(0, A_PAGE);
    const last = found.length > A_PAGE ? lines.at(-1) : undefined;
    const counts = await feedbackCounts(tx, clock, actor);
    const next = last ? { at: last.at, id: last.id } : null;
    return FeedbackListPage({ shell: request.deskShell, lines, counts, service, next, directory, now: clock.now() });
  });
}
