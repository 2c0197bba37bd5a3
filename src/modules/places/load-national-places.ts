import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { referenceFile } from '#platform/reference-file';
import { allDistricts, allWards, postcodeLines } from './national-places.ts';

const LOAD = 'places';

/**
 * Put the national postcodes, wards and districts of the reference files into the database. Does nothing when these
 * very files are in already, so every start may call it; two starts at once wait for each other.
 *
 * @param tx as the owner: a request may read national data, never write it.
 */
export async function loadNationalPlaces(tx: Tx, clock: Clock): Promise<{ loaded: boolean; postcodes: number }> {
  const { lines, bytes } = postcodeLines();
  const hash = contentHash(bytes);
  const loaded_at = clock.now();
  const claimed = await tx
    .insertInto('national_loads')
    .values({ name: LOAD, content_hash: hash, loaded_at })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ content_hash: hash, loaded_at })
        .where('national_loads.content_hash', '<>', hash),
    )
    .returning('name')
    .executeTakeFirst();
  if (!claimed) return { loaded: false, postcodes: 0 };

  await loadDistricts(tx);
  await loadWards(tx);
  await loadPostcodes(tx, lines);
  return { loaded: true, postcodes: lines.length - 1 };
}

function contentHash(postcodes: Buffer): string {
  const hash = createHash('sha256').update(postcodes);
  for (const file of ['wards.geojson', 'districts.geojson']) hash.update(readFileSync(referenceFile(file)));
  return hash.digest('hex');
}

async function loadDistricts(tx: Tx): Promise<void> {
  await tx
    .insertInto('districts')
    .values(allDistricts().map(({ code, name }) => ({ code, name, site: null })))
    .onConflict((conflict) => conflict.column('code').doUpdateSet((eb) => ({ name: eb.ref('excluded.name') })))
    .execute();
}

async function loadWards(tx: Tx): Promise<void> {
  const named = allWards().flatMap(({ code, name, district, outline }) =>
    name === null ? [] : [{ code, name, district_code: district, outline: outline && JSON.stringify(outline) }],
  );
  await tx
    .insertInto('wards')
    .values(named)
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        district_code: eb.ref('excluded.district_code'),
        outline: eb.ref('excluded.outline'),
      })),
    )
    .execute();
}

// One array a column: 11,375 rows in one statement of five parameters, in a fifth of a second.
async function loadPostcodes(tx: Tx, [, ...lines]: string[]): Promise<void> {
  const rows = lines.map((line) => line.split(','));
  const column = (index: number) => rows.map((row) => row[index] ?? '');
  await sql`
    insert into postcodes (postcode, lat, lon, district_code, ward_code)
    select * from unnest(${column(0)}::text[], ${column(1)}::float8[], ${column(2)}::float8[], ${column(3)}::text[],
      ${column(4)}::text[])
    on conflict (postcode) do update set lat = excluded.lat, lon = excluded.lon,
      district_code = excluded.district_code, ward_code = excluded.ward_code`.execute(tx);
}
