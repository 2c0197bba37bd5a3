import type { Tx } from '#platform/db';
import type { NearbyCase } from './nearby-public-cases.ts';
import { metresFrom, near } from './same-place.ts';

const MOST = 10;

/** Open public reports of every service around a point, the nearest first: what others have told the council already. */
export async function publicCasesAround(
  tx: Tx,
  councilId: string,
  { lat, lon, metres }: { lat: number; lon: number; metres: number },
): Promise<NearbyCase[]> {
  const distance = metresFrom({ lat, lon });
  const rows = await tx
    .selectFrom('cases')
    .select(['reference', 'title', 'public_text', 'place', 'lat', 'lon', 'opened_at', distance.as('metres')])
    .where('council_id', '=', councilId)
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
