import { type NearbyCase, nearbyPublicCases } from '#modules/cases';
import type { ReportFacts } from './on-report.ts';
import { placeOf } from './place-of.ts';

/** Said once that there are open reports nearby and that this is another one. */
export const NEARBY_TOLD = 'nearby';

/** Open public reports of the same service near the place, which can be followed in place of a new one. */
export async function openNearby(report: ReportFacts): Promise<NearbyCase[]> {
  const { tx, actor, service, state } = report;
  const place = placeOf(report);
  if (!service.openNearby || state.told.includes(NEARBY_TOLD)) return [];
  if (place?.lat === undefined || place.lon === undefined) return [];
  return await nearbyPublicCases(tx, actor.councilId, { service: service.slug, lat: place.lat, lon: place.lon });
}
