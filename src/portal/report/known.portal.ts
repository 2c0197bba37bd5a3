import type { FastifyInstance } from 'fastify';
import { markOf } from '#modules/forms';
import type { Deps } from '#platform/deps';
import { fieldOf } from '#platform/http/read-form';
import { goOn } from './go-on.ts';
import { KnownPage } from './known.page.tsx';
import { type KnownThing, keyOf } from './known-thing.ts';
import { keep, type OpenReport, onReport, type ReportRoute, type StepAnswer } from './on-report.ts';
import { FORM_ROUTE } from './report-paths.ts';
import { isStale, withMark } from './stood.ts';
import { whatMustBeSaid } from './what-is-known.ts';

const PATH = `${FORM_ROUTE}/known`;

/** What Frontdoor knows speaks first. */
export function reportKnown(door: FastifyInstance, deps: Deps): void {
  door.get<ReportRoute>(PATH, onReport(deps, say));
  door.post<ReportRoute>(PATH, onReport(deps, understood));
}

function page(report: OpenReport, things: readonly KnownThing[]) {
  return KnownPage({ report: withMark(report, markOf(things.map(keyOf))), things });
}

async function say(report: OpenReport): Promise<StepAnswer> {
  const things = await whatMustBeSaid(report);
  return things.length > 0 ? { page: page(report, things) } : await goOn(report);
}

/**
 * It was read: what is known of another place, chosen in another window, is read first. With "disputed", it is said to be wrong. What stops
 * a report for what was chosen is asked again.
 */
async function understood(report: OpenReport): Promise<StepAnswer> {
  const things = await whatMustBeSaid(report);
  if (things.length > 0 && isStale(report, markOf(things.map(keyOf))))
    return { page: page(report, things), status: 409 };
  const told = [...report.state.told, ...things.map(keyOf)];
  const disputes = report.state.disputes || fieldOf(report.form, 'answer') === 'dispute';
  return await goOn(await keep(report, { told, disputes }));
}
