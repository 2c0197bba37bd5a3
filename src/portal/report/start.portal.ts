import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Draft, draftOfToken, emptyState, forgetDraft, startDraft } from '#modules/forms';
import { currentService, isReport, type ReportService } from '#modules/services';
import { visitor } from '#modules/staff';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { directoryOf } from '../directory.ts';
import type { ReportRoute } from './on-report.ts';
import { keepReport, reportToken } from './report-cookie.ts';
import { reportPaths } from './report-paths.ts';
import { nextPage } from './report-steps.ts';
import { StartPage } from './start.page.tsx';

/** The start of a report: what is for others to deal with is said before anything is typed. */
export function reportStart(door: FastifyInstance, deps: Deps): void {
  door.get<ReportRoute>('/services/:slug/report', async (request, reply) => {
    const page = await inCouncil(deps.db, request.councilId, async (tx) => {
      const { service } = await reportService(tx, request);
      const unfinished = await unfinishedReport(tx, deps, request);
      return StartPage({
        ...request.publicShell,
        service,
        directory: await directoryOf(tx, request.council),
        paths: reportPaths(service.slug),
        token: formToken(reply),
        goOn: unfinished && nextPage(service, unfinished.state, reportPaths(service.slug)),
      });
    });
    return reply.html(page);
  });

  door.post<ReportRoute>('/services/:slug/report', async (request, reply) => {
    const begun = await inCouncil(deps.db, request.councilId, (tx) => begin(tx, deps, request));
    keepReport(reply, deps, request.params.slug, begun.token);
    return seeOther(reply, begun.to);
  });
}

/** A new report forgets the one before it on this computer: the next person must not find the last one's answers. */
async function begin(tx: Tx, deps: Deps, request: FastifyRequest<ReportRoute>): Promise<{ token: string; to: string }> {
  const { service, version } = await reportService(tx, request);
  const unfinished = await unfinishedReport(tx, deps, request);
  if (unfinished) await forgetDraft(tx, request.councilId, unfinished.id);
  const state = { ...emptyState, diversionsSeen: true };
  const { token } = await startDraft(tx, deps.clock, visitor(request.councilId), {
    serviceSlug: service.slug,
    serviceVersion: version,
    channel: 'web',
    state,
  });
  return { token, to: nextPage(service, state, reportPaths(service.slug)) };
}

async function reportService(
  tx: Tx,
  request: FastifyRequest<ReportRoute>,
): Promise<{ service: ReportService; version: number }> {
  const found = await currentService(tx, request.councilId, request.params.slug);
  if (!found || !isReport(found.service))
    throw new HttpError(404, 'We have no report of that name. Search for what you need.');
  return { service: found.service, version: found.version };
}

async function unfinishedReport(tx: Tx, deps: Deps, request: FastifyRequest<ReportRoute>): Promise<Draft | undefined> {
  const token = reportToken(request);
  if (token === undefined) return undefined;
  const draft = await draftOfToken(tx, deps.clock, request.councilId, token);
  return draft && !draft.submittedAt && draft.serviceSlug === request.params.slug ? draft : undefined;
}
