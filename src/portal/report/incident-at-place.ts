import { type MatchedIncident, matchIncident } from '#modules/cases';
import type { ReportFacts } from './on-report.ts';
import { placeOf } from './place-of.ts';

/** The open incident at the place of this report, if there is one; at any door. */
export async function incidentAtPlace(report: ReportFacts): Promise<MatchedIncident | undefined> {
  const place = placeOf(report);
  if (!place) return undefined;
  const { uprn = null, postcode = null, wardCode = null, lat, lon } = place;
  const point = lat !== undefined && lon !== undefined ? { lat, lon } : null;
  const where = { service: report.service.slug, uprn, postcode, wardCode, point };
  return matchIncident(report.tx, report.actor.councilId, where);
}

/** What it says was read, and this is another matter: kept in the report under this key. */
export const incidentKey = ({ reference }: Pick<MatchedIncident, 'reference'>): string => `incident::${reference}`;
