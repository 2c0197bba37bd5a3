import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accountOf } from '#modules/accounts';
import { type Draft, draftOfToken, emptyState, forgetDraft, startDraft } from '#modules/forms';
import { currentService, isTransaction, type Transaction } from '#modules/services';
import { visitor } from '#modules/staff';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { askingFor } from '../account/helped.portal.ts';
import { directoryOf } from '../directory.ts';
import { insteadOf } from '../offered-now.ts';
import { isOfOther, type ReportRoute } from './on-report.ts';
import { keepReport, reportToken } from './report-cookie.ts';
import { FORM_ROUTE, reportPaths, wayOf } from './report-paths.ts';
import { nextPage } from './report-steps.ts';
import { StartPage } from './start.page.tsx';

/**
 * The start of a report: what is for others to deal with is said before anything is typed. What has ended is not begun any
 * more, and leads to what took its place; whoever began it in time goes on with it.
 */
export function reportStart(door: FastifyInstance, deps: Deps): void {
  door.get<ReportRoute>(FORM_ROUTE, async (request, reply) => {
    const shown = await inCouncil(deps.db, request.councilId, async (tx) => {
      const { service } = await reportService(tx, request);
      const unfinished = await unfinishedReport(tx, deps, request);
      const directory = await directoryOf(tx, request.council);
      const to = unfinished ? null : insteadOf(service, directory, deps.clock.now());
      if (to !== null) return { to };
      const paths = reportPaths(request.params);
      const page = StartPage({
        ...request.publicShell,
        service,
        directory,
        paths,
        token: formToken(reply),
        askingFor: (await askingFor(tx, deps, request, accountOf(request)))?.name,
        goOn: unfinished && nextPage({ deps, directory, service, state: unfinished.state }, paths),
      });
      return { page };
    });
    return 'to' in shown ? seeOther(reply, shown.to) : reply.html(shown.page);
  });

  door.post<ReportRoute>(FORM_ROUTE, async (request, reply) => {
    const begun = await inCouncil(deps.db, request.councilId, (tx) => begin(tx, deps, request));
    if (begun.token !== null) keepReport(reply, deps, reportPaths(request.params), begun.token);
    return seeOther(reply, begun.to);
  });
}

/** A new report forgets the one before it on this computer: the next person must not find the last one's answers. */
async function begin(
  tx: Tx,
  deps: Deps,
  request: FastifyRequest<ReportRoute>,
): Promise<{ token: string | null; to: string }> {
  const { service, version } = await reportService(tx, request);
  const directory = await directoryOf(tx, request.council);
  const instead = insteadOf(service, directory, deps.clock.now());
  if (instead !== null) return { token: null, to: instead };
  const unfinished = await unfinishedReport(tx, deps, request);
  if (unfinished?.savedTo === null && unfinished.accountId === null)
    await forgetDraft(tx, request.councilId, unfinished.id);
  const state = { ...emptyState, diversionsSeen: true };
  const { token } = await startDraft(tx, deps.clock, visitor(request.councilId), {
    serviceSlug: service.slug,
    serviceVersion: version,
    channel: 'web',
    state,
  });
  return { token, to: nextPage({ deps, directory, service, state }, reportPaths(request.params)) };
}

async function reportService(
  tx: Tx,
  request: FastifyRequest<ReportRoute>,
): Promise<{ service: Transaction; version: number }> {
  const found = await currentService(tx, request.councilId, request.params.slug);
  if (!found || !isTransaction(found.service) || wayOf(found.service) !== request.params.way)
    throw new HttpError(404, 'We have no form of that name. Search for what you need.');
  return { service: found.service, version: found.version };
}

async function unfinishedReport(tx: Tx, deps: Deps, request: FastifyRequest<ReportRoute>): Promise<Draft | undefined> {
  const token = reportToken(request);
  if (token === undefined) return undefined;
  const draft = await draftOfToken(tx, deps.clock, request.councilId, { token });
  if (!draft || draft.submittedAt || draft.serviceSlug !== request.params.slug) return undefined;
  return isOfOther(draft, accountOf(request)) ? undefined : draft;
}
