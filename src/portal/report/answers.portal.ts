import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps';
import { limitRate } from '#platform/http/limit-rate';
import { AnswersPage } from './answers.page.tsx';
import { goOn, interruption } from './go-on.ts';
import { type OpenReport, onReport, type ReportRoute, type StepAnswer } from './on-report.ts';
import { FORM_ROUTE } from './report-paths.ts';
import { nextPage } from './report-steps.ts';
import { sendReport } from './send-report.ts';
import { isStale, wholeMark, withMark } from './stood.ts';

const PATH = `${FORM_ROUTE}/answers`;

/** Check all answers, then send. */
export function reportAnswers(door: FastifyInstance, deps: Deps): void {
  const limit = limitRate(deps, { name: 'report', limit: 60, windowSeconds: 3600 });
  door.get<ReportRoute>(PATH, onReport(deps, check));
  door.get<ReportRoute>(`${FORM_ROUTE}/next`, onReport(deps, goOn));
  door.post<ReportRoute>(PATH, { preHandler: limit }, onReport(deps, send));
}

async function check(report: OpenReport): Promise<StepAnswer> {
  const unfinished = await whatIsLeft(report);
  return unfinished ? { to: unfinished } : { page: page(report) };
}

/**
 * What was known when the form began may have changed since: it is looked at once more before anything is made. What was
 * changed in another window is shown before it is sent: nobody sends what they have not seen.
 */
async function send(report: OpenReport): Promise<StepAnswer> {
  const unfinished = await whatIsLeft(report);
  if (unfinished) return { to: unfinished };
  if (isStale(report, wholeMark(report))) return { page: page(report, CHANGED), status: 409 };
  const sent = await sendReport(report);
  if (sent.ok) return { to: report.paths.sent };
  return { page: page(report, sent.message), status: 422 };
}

const CHANGED = 'Something was changed in another window since you opened this page. Check it again, then send it';

const page = (report: OpenReport, error?: string) =>
  AnswersPage({ report: withMark(report, wholeMark(report)), error });

async function whatIsLeft(report: OpenReport): Promise<string | undefined> {
  const { paths } = report;
  const interrupted = await interruption(report);
  if (interrupted) return interrupted;
  const next = nextPage(report, paths);
  return next === paths.answers ? undefined : next;
}
