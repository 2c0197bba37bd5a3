import { sql } from 'kysely';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { GazetteerAddress } from './gazetteer-row.ts';
import { wardAt } from './national-places.ts';

interface PutAddresses {
  addresses: readonly GazetteerAddress[];
  /** Made up for the demonstration, and labelled so wherever it is shown. */
  isInvented?: boolean;
}

/** Insert or update addresses by UPRN in one statement. @returns how many were new or different. */
export async function putAddresses(
  tx: Tx,
  clock: Clock,
  councilId: string,
  { addresses, isInvented = false }: PutAddresses,
): Promise<number> {
  if (addresses.length === 0) return 0;
  const rows = addresses.map((address) => ({ ...address, ward: wardAt(address)?.code ?? null }));
  const { rows: changed } = await sql<{ uprn: number }>`
    insert into addresses as a (council_id, uprn, line, street, street_key, house, locality, town, postcode, house_key,
      lat, lon, ward_code, class, is_invented, updated_at, ended_at)
    select ${councilId}, r.uprn, r.line, r.street, r."streetKey", r.house, r.locality, r.town, r.postcode,
      r."houseKey", r.lat, r.lon, coalesce(r.ward, p.ward_code), r.class, ${isInvented}::boolean, ${clock.now()}::timestamptz,
      case when r."isHistorical" then ${clock.now()}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(uprn bigint, line text, street text, "streetKey" text,
      house text, locality text, town text, postcode text, "houseKey" text, lat float8, lon float8, ward text, class text,
      "isHistorical" boolean)
    left join postcodes p on p.postcode = r.postcode
    on conflict (council_id, uprn) do update set line = excluded.line, street = excluded.street,
      street_key = excluded.street_key, house = excluded.house, locality = excluded.locality, town = excluded.town,
      postcode = excluded.postcode, house_key = excluded.house_key, lat = excluded.lat, lon = excluded.lon,
      ward_code = excluded.ward_code, class = excluded.class, is_invented = excluded.is_invented,
      updated_at = excluded.updated_at,
      ended_at = case when excluded.ended_at is null then null else coalesce(a.ended_at, excluded.ended_at) end
    where (a.line, a.street_key, a.house, a.locality, a.town, a.postcode, a.lat, a.lon, a.class, a.ended_at is null)
      is distinct from (excluded.line, excluded.street_key, excluded.house, excluded.locality, excluded.town,
        excluded.postcode, excluded.lat, excluded.lon, excluded.class, excluded.ended_at is null)
    returning a.uprn`.execute(tx);
  return changed.length;
}
