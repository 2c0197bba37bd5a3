import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps';
import { goOn } from './go-on.ts';
import { keep, type OpenReport, onReport, type ReportRoute, type StepAnswer, stands } from './on-report.ts';
import { OutcomePage } from './outcome.page.tsx';
import { FORM_ROUTE } from './report-paths.ts';

const PATH = `${FORM_ROUTE}/results/:id`;

/** What the answers lead to, told as soon as it is sure: an estimate, or why the form ends here and what help there is. */
export function reportOutcome(door: FastifyInstance, deps: Deps): void {
  door.get<ReportRoute>(PATH, onReport(deps, show));
  door.post<ReportRoute>(PATH, onReport(deps, goOnAfter));
}

async function show(report: OpenReport): Promise<StepAnswer> {
  const { outcome, values, asks } = stands(report);
  if (!outcome) return await goOn(report);
  return { page: OutcomePage({ report, outcome, values, last: asks.at(-1) }) };
}

/** Read, and on: the result stays true and is not shown twice. */
async function goOnAfter(report: OpenReport): Promise<StepAnswer> {
  const { outcome } = stands(report);
  if (!outcome?.mayGoOn) return await goOn(report);
  return await goOn(await keep(report, { told: [...report.state.told, outcome.id] }));
}
