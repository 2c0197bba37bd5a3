import { sql } from 'kysely';
import type { Tx } from '#platform/db';
import '../tables.ts';

interface Where {
  service: string;
  uprn?: number | null;
  roundSlug?: string | null;
  postcode?: string | null;
  wardCode?: string | null;
  /** A spot of the street's: the nearest address within 60 metres says which street it is. */
  point?: { lat: number; lon: number } | null;
}

export interface MatchedIncident {
  id: string;
  reference: string;
  title: string;
  message: string;
  startedAt: Date;
  dueAt: Date | null;
}

/** Some 60 metres in degrees, in the latitudes of the United Kingdom. */
const NEAR = { lat: 0.00054, lon: 0.0009 };

/**
 * The open incident that a report at this place belongs to, newest first: its round serves the address, or its streets,
 * postcodes or wards hold it. What is known speaks before anything is typed.
 */
export async function matchIncident(
  tx: Tx,
  councilId: string,
  { service, uprn = null, roundSlug = null, postcode = null, wardCode = null, point = null }: Where,
): Promise<MatchedIncident | undefined> {
  const { lat, lon } = point ?? { lat: null, lon: null };
  const { rows } = await sql<MatchedIncident>`
    with here as (
      select ${roundSlug}::text as round_slug, ${postcode}::text as postcode, ${wardCode}::text as ward_code, null::text as street_key
      union all
      select c.round_slug, a.postcode, a.ward_code, a.street_key
      from addresses a left join address_collections c on c.council_id = a.council_id and c.uprn = a.uprn and c.until is null
      where a.council_id = ${councilId} and a.uprn = ${uprn}
      union all
      (select null, null, null, a.street_key from addresses a
        where a.council_id = ${councilId} and a.ended_at is null
          and a.lat between ${lat}::float8 - ${NEAR.lat} and ${lat}::float8 + ${NEAR.lat}
          and a.lon between ${lon}::float8 - ${NEAR.lon} and ${lon}::float8 + ${NEAR.lon}
        order by power(a.lat - ${lat}::float8, 2) + power((a.lon - ${lon}::float8) * cos(radians(${lat}::float8)), 2)
        limit 1))
    select i.id, i.reference, i.title, i.message, i.started_at as "startedAt",
      (select min(p.due_at) from promises p
        where p.council_id = i.council_id and p.subject_id = i.id and p.outcome is null) as "dueAt"
    from incidents i
    where i.council_id = ${councilId} and i.service_slug = ${service} and i.ended_at is null and exists (
      select from here h where h.round_slug = i.round_slug or i.area -> 'streets' ? h.street_key
        or i.area -> 'postcodes' ? h.postcode or i.area -> 'wards' ? h.ward_code)
    order by i.started_at desc limit 1`.execute(tx);
  return rows[0];
}
