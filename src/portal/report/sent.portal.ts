import type { FastifyInstance, FastifyRequest } from 'fastify';
import { caseSummary } from '#modules/cases';
import { draftOfToken, forgetDraft } from '#modules/forms';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { directoryOf } from '../directory.ts';
import { ClearedPage } from './cleared.page.tsx';
import type { ReportRoute } from './on-report.ts';
import { dropReport, reportToken } from './report-cookie.ts';
import { FORM_ROUTE, reportPaths } from './report-paths.ts';
import { SentPage } from './sent.page.tsx';

/** After sending: the reference, the promise, who owns it. And the way to leave nothing behind on this computer. */
export function reportSent(door: FastifyInstance, deps: Deps): void {
  door.get<ReportRoute>(`${FORM_ROUTE}/sent`, async (request, reply) => {
    const paths = reportPaths(request.params);
    const page = await inCouncil(deps.db, request.councilId, async (tx) => {
      const draft = await draftOf(request);
      if (!draft?.caseId) return undefined;
      const opened = await caseSummary(tx, request.councilId, draft.caseId);
      const directory = await directoryOf(tx, request.council);
      const shell = request.publicShell;
      return opened && SentPage({ ...shell, opened, directory, paths, token: formToken(reply), now: deps.clock.now() });

      function draftOf({ councilId }: FastifyRequest) {
        const token = reportToken(request);
        return token === undefined ? null : draftOfToken(tx, deps.clock, councilId, { token });
      }
    });
    return page ? reply.html(page) : seeOther(reply, paths.base);
  });

  door.post<ReportRoute>(`${FORM_ROUTE}/clearance`, async (request, reply) => {
    const paths = reportPaths(request.params);
    const token = reportToken(request);
    await inCouncil(deps.db, request.councilId, async (tx) => {
      const draft = token === undefined ? null : await draftOfToken(tx, deps.clock, request.councilId, { token });
      // What was saved stays for whoever has its link or account; this computer forgets it all the same.
      const isKept = draft && (draft.savedTo !== null || draft.accountId !== null);
      if (draft && (draft.submittedAt || !isKept)) await forgetDraft(tx, request.councilId, draft.id);
    });
    dropReport(reply, paths);
    return seeOther(reply, paths.cleared);
  });

  door.get<ReportRoute>(`${FORM_ROUTE}/cleared`, (request, reply) =>
    reply.html(ClearedPage({ ...request.publicShell, paths: reportPaths(request.params) })),
  );
}
