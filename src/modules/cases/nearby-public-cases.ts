import type { Tx } from '#platform/db';
import { caseService } from './case-service.ts';
import { type PublicPhoto, publicPhotos } from './public-photos.ts';
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
  /** Those that were cleared for everybody. */
  photos: PublicPhoto[];
}

interface Around {
  /** Of this service alone; of every public one where it is left out. */
  service?: string;
  lat: number;
  lon: number;
  /** How far around; a service says its own distance. */
  metres?: number;
}

const MOST = 10;

/** Open public reports near a point, the nearest first: what others have told the council already. A private service has none. */
export async function nearbyPublicCases(tx: Tx, councilId: string, around: Around): Promise<NearbyCase[]> {
  const { service, lat, lon } = around;
  const metres = around.metres ?? (service === undefined ? null : await distanceOf(tx, councilId, service));
  if (metres === null) return [];
  const distance = metresFrom({ lat, lon });
  const rows = await tx
    .selectFrom('cases')
    .select(['id', 'reference', 'title', 'public_text as publicText', 'place', 'lat', 'lon', 'opened_at as openedAt'])
    .select(distance.as('metres'))
    .where('council_id', '=', councilId)
    .$if(service !== undefined, (query) => query.where('service_slug', '=', service ?? ''))
    .where('ended_at', 'is', null)
    .where('public_state', '=', 'public')
    .where((eb) => near(eb, { lat, lon }, metres) ?? eb.lit(false))
    .orderBy(distance)
    .limit(MOST)
    .execute();
  const caseIds = rows.map(({ id }) => id);
  const photos = await publicPhotos(tx, councilId, caseIds);
  return rows.map(({ id, ...row }) => ({
    ...row,
    photos: photos.get(id) ?? [],
    lat: row.lat ?? lat,
    lon: row.lon ?? lon,
    metres: Math.round(row.metres),
  }));
}

async function distanceOf(tx: Tx, councilId: string, slug: string): Promise<number | null> {
  const service = await caseService(tx, councilId, slug);
  return service?.visibility === 'public' ? (service.openNearby?.metres ?? null) : null;
}
