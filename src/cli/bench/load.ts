import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type MadeUp, madeUp } from './made-up.ts';

interface LoadOptions {
  url: string;
  cases: number;
  onProgress: (share: number, what: string) => void;
}

/** The newest case opens here: a fixed instant, so that every run loads the same rows. */
const NEWEST = '2026-11-20T12:00:00Z';

/**
 * Fill the council `estuary` of a fresh database with `cases` cases, one customer and five contacts each, in plain SQL:
 * this is a tool's own data, laid past the house on purpose. Does nothing when the same rows are there already.
 */
export async function loadBench({ url, cases, onProgress }: LoadOptions): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    if ((await loadedBefore(client)) === cases) return;
    await client.query('begin');
    await client.query(PREPARE);
    const postcodes = await postcodesOfCouncil(client);
    await copyPeople(client, { cases, postcodes, onProgress });
    onProgress(0.6, 'cases and contacts');
    await client.query(PEOPLE);
    // Beside the bundle when built, beside this file in development: found through the package's own folder.
    await client.query(readFileSync('src/cli/bench/fill.sql', 'utf8'));
    await client.query(
      'drop table bench, bench_keys, bench_services, bench_words, bench_standard; drop function bench_id',
    );
    await client.query(`create table bench_loaded as select ${Math.trunc(cases)} as cases`);
    await client.query('commit');
    onProgress(0.9, 'statistics');
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

async function loadedBefore(client: pg.Client): Promise<number | null> {
  const { rows } = await client.query<{ there: boolean }>("select to_regclass('bench_loaded') is not null as there");
  if (!rows[0]?.there) return null;
  const loaded = await client.query<{ cases: number }>('select cases from bench_loaded');
  return loaded.rows[0]?.cases ?? null;
}

interface Postcode {
  postcode: string;
  lat: number;
  lon: number;
  ward_code: string | null;
}

async function postcodesOfCouncil(client: pg.Client): Promise<Postcode[]> {
  const { rows } = await client.query<Postcode>(
    "select postcode, lat, lon, ward_code from postcodes where district_code in ('E06000034', 'E09000002', 'E09000016') order by postcode",
  );
  return rows;
}

async function copyPeople(
  client: pg.Client,
  { cases, postcodes, onProgress }: { cases: number; postcodes: Postcode[]; onProgress: LoadOptions['onProgress'] },
): Promise<void> {
  const postcodeOf = (index: number): Postcode =>
    postcodes[index % postcodes.length] ?? { postcode: 'RM9 6HR', lat: 51.5, lon: 0.1, ward_code: null };
  function* people() {
    for (let index = 0; index < cases; index += 1) {
      if (index % 10_000 === 0) onProgress((index / cases) * 0.3, 'people');
      yield personLine(madeUp(index, postcodeOf(index).postcode), postcodeOf(index));
    }
  }
  function* keys() {
    for (let index = 0; index < cases; index += 1) {
      if (index % 10_000 === 0) onProgress(0.3 + (index / cases) * 0.3, 'search keys');
      yield madeUp(index, postcodeOf(index).postcode)
        .keys.map((key) => `${index}\t${key}\n`)
        .join('');
    }
  }
  await pipeline(Readable.from(people()), client.query(copyFrom('copy bench_people from stdin')));
  await pipeline(Readable.from(keys()), client.query(copyFrom('copy bench_keys from stdin')));
}

function personLine(person: MadeUp, place: Postcode): string {
  const { index, reference, given, family, phone, email, house } = person;
  return `${[index, reference, given, family, phone, email, house, place.postcode, place.lat, place.lon, place.ward_code ?? '\\N'].join('\t')}\n`;
}

const PREPARE = `
create function bench_id(kind text, n bigint) returns uuid language sql immutable parallel safe as
  $$ select ('01900000-' || encode(kind::bytea, 'hex') || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
create table bench_people (i int, reference text, given text, family text, phone text, email text, house int, postcode text, lat float8, lon float8, ward_code text);
create table bench_keys (i int, key text);
create table bench_services as
  select row_number() over (order by d.slug) - 1 as n, d.slug, d.version, d.body -> 'name' ->> 'en' as title, d.body ->> 'visibility' = 'public' as is_public, t.id as team_id,
    (select m.staff_id from team_members m where m.council_id = t.council_id and m.team_id = t.id and m.ended_at is null limit 1) as owner_id
  from council_documents d join councils c on c.id = d.council_id and c.slug = 'estuary'
  join teams t on t.council_id = d.council_id and t.slug = coalesce(d.body -> 'owner' ->> 'team', d.body -> 'owner' ->> 'partner')
  where d.kind = 'service' and d.is_current and d.body ->> 'kind' = 'report';
create table bench_words as select row_number() over () - 1 as n, a || ' ' || b as words from
  unnest(array['broken', 'overflowing', 'flooded', 'dangerous', 'noisy', 'abandoned', 'leaning', 'smelly']) a,
  unnest(array['bin', 'lamp post', 'pavement', 'drain', 'mattress', 'fridge', 'kerb', 'sign', 'bench', 'wall', 'gate', 'car']) b;
create table bench_standard as select d.slug, d.version, d.body -> 'clock' as clock from council_documents d join councils c on c.id = d.council_id
  where c.slug = 'estuary' and d.kind = 'standard' and d.is_current order by d.slug limit 1;`;

const PEOPLE = `
create table bench as select p.*, c.id as council_id, p.given || ' ' || p.family as name, p.i % 10 = 0 as is_open,
  timestamptz '${NEWEST}' - p.i * interval '63 seconds' as at from bench_people p, councils c where c.slug = 'estuary';
drop table bench_people;
analyze bench;
insert into customers (council_id, id, cluster_id, kind, name, given_name, family_name, address, postcode, made_at, source, updated_at)
  select council_id, bench_id('cu', i), bench_id('cu', i), 'person', name, given, family, house || ' Bench Street', postcode, at, 'bench', at from bench;
insert into customer_reaches (council_id, id, customer_id, kind, value, value_key, is_preferred, since)
  select council_id, bench_id('re', i * 2), bench_id('cu', i), 'mobile', phone, phone, false, at from bench
  union all select council_id, bench_id('re', i * 2 + 1), bench_id('cu', i), 'email', email, email, true, at from bench;
insert into customer_keys (council_id, key, customer_id) select c.id, k.key, bench_id('cu', k.i) from bench_keys k, councils c where c.slug = 'estuary';`;
