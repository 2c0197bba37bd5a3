import type { Tx } from '#platform/db';
import { caseService } from './case-service.ts';
import { metresFrom, near } from './same-place.ts';

export interface NearbyCase {
  reference: string;
  title: string;
  publicText: string | null;
  place: string | null;
  lat: number;
  lon: number;
  metres: number;
  openedAt: Date;
}

interface Around {
  service: string;
  lat: number;
  lon: number;
}

const MOST = 10;

/** Open public reports of a service near a point, the nearest first. A private service has none. */
export async function nearbyPublicCases(
  tx: Tx,
  councilId: string,
  { service: slug, lat, lon }: Around,
): Promise<NearbyCase[]> {
  const service = await caseService(tx, councilId, slug);
  if (service?.visibility !== 'public' || !service.openNearby) return [];
  const { metres } = service.openNearby;
  const distance = metresFrom({ lat, lon });
  const rows = await tx
    .selectFrom('cases')
    .select(['reference', 'title', 'public_text', 'place', 'lat', 'lon', 'opened_at', distance.as('metres')])
    .where('council_id', '=', councilId)
    .where('service_slug', '=', slug)
    .where('ended_at', 'is', null)
    .where('public_state', '=', 'public')
    .where((eb) => near(eb, { lat, lon }, metres) ?? eb.lit(false))
    .orderBy(distance)
    .limit(MOST)
    .execute();
  return rows.map((row) => ({
    reference: row.reference,
    title: row.title,
    publicText: row.public_text,
    place: row.place,
    lat: row.lat ?? lat,
    lon: row.lon ?? lon,
    metres: Math.round(row.metres),
    openedAt: row.opened_at,
  }));
}
