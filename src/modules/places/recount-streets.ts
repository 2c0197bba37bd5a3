import { sql } from 'kysely';
import type { Tx } from '#platform/db';

/** Make the table of streets say what the addresses say: after an import, and after the demonstration is laid down. */
export async function recountStreets(tx: Tx, councilId: string): Promise<void> {
  await sql`
    insert into streets (council_id, street_key, town, name, lat, lon, addresses)
    select council_id, street_key, town, min(street), avg(lat), avg(lon), count(*)
    from addresses
    where council_id = ${councilId} and ended_at is null and street_key <> ''
    group by council_id, street_key, town
    on conflict (council_id, street_key, town) do update
      set name = excluded.name, lat = excluded.lat, lon = excluded.lon, addresses = excluded.addresses`.execute(tx);
  await sql`
    delete from streets s
    where s.council_id = ${councilId} and not exists (
      select from addresses a
      where a.council_id = ${councilId} and a.street_key = s.street_key and a.town = s.town and a.ended_at is null)`.execute(
    tx,
  );
}
