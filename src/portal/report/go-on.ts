import type { OpenReport } from './on-report.ts';
import { openIncidentHere } from './open-incident-here.ts';
import { openNearby } from './open-nearby.ts';
import { nextPage } from './report-steps.ts';
import { whatMustBeSaid } from './what-is-known.ts';

/** Where a report goes on: what happened to many is said first, then what else is known, then open reports nearby, then the next question. */
export async function goOn(report: OpenReport): Promise<{ to: string }> {
  return { to: (await interruption(report)) ?? nextPage(report, report.paths) };
}

/** The page that must be read before this report goes on; none when nothing has to be said. */
export async function interruption(report: OpenReport): Promise<string | undefined> {
  if (await openIncidentHere(report)) return report.paths.incident;
  if ((await whatMustBeSaid(report)).length > 0) return report.paths.known;
  if ((await openNearby(report)).length > 0) return report.paths.nearby;
  return undefined;
}
