import type { FastifyInstance } from 'fastify';
import { markOf } from '#modules/forms';
import type { Outcome } from '#modules/questions';
import type { Deps } from '#platform/deps';
import { goOn } from './go-on.ts';
import { keep, type OpenReport, onReport, type ReportRoute, type StepAnswer, stands } from './on-report.ts';
import { OutcomePage } from './outcome.page.tsx';
import { FORM_ROUTE } from './report-paths.ts';
import { isStale, withMark } from './stood.ts';

const PATH = `${FORM_ROUTE}/results/:id`;

/** What the answers lead to, told as soon as it is sure: an estimate, or why the form ends here and what help there is. */
export function reportOutcome(door: FastifyInstance, deps: Deps): void {
  door.get<ReportRoute>(PATH, onReport(deps, show));
  door.post<ReportRoute>(PATH, onReport(deps, goOnAfter));
}

function page(report: OpenReport, outcome: Outcome, isChanged = false) {
  const { values, asks, held } = stands(report);
  const marked = withMark(report, markOf([outcome.id, held]));
  return OutcomePage({ report: marked, outcome, values, last: asks.at(-1), isChanged });
}

async function show(report: OpenReport): Promise<StepAnswer> {
  const { outcome } = stands(report);
  return outcome ? { page: page(report, outcome) } : await goOn(report);
}

/** Read, and on: the result stays true and is not shown twice. What other answers lead to by now is read first. */
async function goOnAfter(report: OpenReport): Promise<StepAnswer> {
  const { outcome, held } = stands(report);
  if (!outcome?.mayGoOn) return await goOn(report);
  if (isStale(report, markOf([outcome.id, held]))) return { page: page(report, outcome, true), status: 409 };
  return await goOn(await keep(report, { told: [...report.state.told, outcome.id] }));
}
