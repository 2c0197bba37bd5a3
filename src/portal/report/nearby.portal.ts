import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps';
import { goOn } from './go-on.ts';
import { NearbyPage } from './nearby.page.tsx';
import { keep, type OpenReport, onReport, type ReportRoute, type StepAnswer } from './on-report.ts';
import { NEARBY_TOLD, openNearby } from './open-nearby.ts';
import { FORM_ROUTE } from './report-paths.ts';
import { isStale, placeMark, withMark } from './stood.ts';

const PATH = `${FORM_ROUTE}/nearby`;

/** Open reports near the place: follow one, or go on because this is another. */
export function reportNearby(door: FastifyInstance, deps: Deps): void {
  door.get<ReportRoute>(PATH, onReport(deps, show));
  door.post<ReportRoute>(PATH, onReport(deps, another));
}

async function show(report: OpenReport): Promise<StepAnswer> {
  const nearby = await openNearby(report);
  return nearby.length > 0
    ? { page: NearbyPage({ report: withMark(report, placeMark(report)), nearby }) }
    : await goOn(report);
}

/** What is near another place, chosen in another window, is shown first. */
async function another(report: OpenReport): Promise<StepAnswer> {
  if (isStale(report, placeMark(report))) return await show(report);
  return await goOn(await keep(report, { told: [...report.state.told, NEARBY_TOLD] }));
}
