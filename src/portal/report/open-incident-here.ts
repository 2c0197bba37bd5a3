import { type MatchedIncident, matchIncident } from '#modules/cases';
import { describeDue } from '#modules/promises';
import type { ReportFacts } from './on-report.ts';
import { placeOf } from './place-of.ts';

/** What happened to many here, and what may be done about it. */
export interface IncidentHere extends MatchedIncident {
  /** "by 5pm on Thursday 26 November"; null where no date was promised. */
  due: string | null;
  /** It is something else that they report. Where the service makes no case of such an incident, nobody goes on. */
  mayGoOn: boolean;
}

/** That it is known was read, and that this is another matter. */
export const incidentKey = ({ reference }: Pick<MatchedIncident, 'reference'>): string => `incident::${reference}`;

/** The open incident at the place of this report, until it is said to be another matter. */
export async function openIncidentHere(report: ReportFacts): Promise<IncidentHere | undefined> {
  const { tx, deps, actor, service, state, directory } = report;
  const place = placeOf(report);
  if (!place) return undefined;
  const { uprn = null, postcode = null, wardCode = null, lat, lon } = place;
  const point = lat !== undefined && lon !== undefined ? { lat, lon } : null;
  const found = await matchIncident(tx, actor.councilId, { service: service.slug, uprn, postcode, wardCode, point });
  if (!found) return undefined;
  const mayGoOn = !service.facts.some(({ fact, act }) => fact === 'incident' && act === 'stop');
  if (mayGoOn && state.told.includes(incidentKey(found))) return undefined;
  const due = found.dueAt ? describeDue(found.dueAt, directory.config.profile.zone, deps.clock.now()) : null;
  return { ...found, due, mayGoOn };
}
