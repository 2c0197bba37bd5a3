import type { MatchedIncident } from '#modules/cases';
import { describeDue } from '#modules/promises';
import { incidentAtPlace, incidentKey } from './incident-at-place.ts';
import type { ReportFacts } from './on-report.ts';

/** What happened to many here, and what may be done about it. */
export interface IncidentHere extends MatchedIncident {
  /** "by 5pm on Thursday 26 November"; null where no date was promised. */
  due: string | null;
  /** It is something else that they report. Where the service makes no case of such an incident, nobody goes on. */
  mayGoOn: boolean;
}

/** The open incident at the place of this report, until it is said to be another matter. */
export async function openIncidentHere(report: ReportFacts): Promise<IncidentHere | undefined> {
  const { deps, service, state, directory } = report;
  const found = await incidentAtPlace(report);
  if (!found) return undefined;
  const mayGoOn = !service.facts.some(({ fact, act }) => fact === 'incident' && act === 'stop');
  if (mayGoOn && state.told.includes(incidentKey(found))) return undefined;
  const due = found.dueAt ? describeDue(found.dueAt, directory.config.profile.zone, deps.clock.now()) : null;
  return { ...found, due, mayGoOn };
}
