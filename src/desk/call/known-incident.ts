import type { MatchedIncident } from '#modules/cases';
import { incidentAtPlace, incidentKey } from '../../portal/report/incident-at-place.ts';
import type { ReportFacts } from '../../portal/report/on-report.ts';

/** The open incident that this report belongs to, until the caller is part of it or has said that theirs is another matter. */
export async function knownIncident(report: ReportFacts): Promise<MatchedIncident | null> {
  const found = await incidentAtPlace(report);
  return found && !report.state.told.includes(incidentKey(found)) ? found : null;
}
