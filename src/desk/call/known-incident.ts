import { type MatchedIncident, matchIncident } from '#modules/cases';
import type { ReportFacts } from '../../portal/report/on-report.ts';
import { placeOf } from '../../portal/report/place-of.ts';

/** What it says is said once in a report. */
export const incidentKey = ({ reference }: MatchedIncident): string => `incident::${reference}`;

/** The open incident that this report belongs to, until the caller is part of it or has said that theirs is another matter. */
export async function knownIncident(report: ReportFacts): Promise<MatchedIncident | null> {
  const place = placeOf(report);
  if (!place) return null;
  const { uprn, postcode, wardCode, lat, lon } = place;
  const point = lat !== undefined && lon !== undefined ? { lat, lon } : null;
  const where = { service: report.service.slug, uprn: uprn ?? null, postcode: postcode ?? null, point };
  const found = await matchIncident(report.tx, report.actor.councilId, { ...where, wardCode: wardCode ?? null });
  return found && !report.state.told.includes(incidentKey(found)) ? found : null;
}
