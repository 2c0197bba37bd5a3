import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type BackedUpTable, entryOf, JOBS, type Manifest, type Progress } from './manifest.ts';

interface Source {
  read: (entry: string) => Promise<Readable>;
  onProgress: (progress: Progress) => void;
}

/**
 * Fill freshly migrated tables from a back-up, inside the caller's transaction.
 *
 * Foreign keys are taken off and put back, so the order of the tables does not matter, circles included, and PostgreSQL
 * checks every one of them over the whole when it returns. Needs the owner of the tables, not a superuser.
 */
export async function loadTables(client: pg.Client, manifest: Manifest, { read, onProgress }: Source): Promise<void> {
  const { tables, sequences } = manifest;
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(FOREIGN_KEYS);
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`);
  // What migrations wrote is in the back-up too, as it was then.
  if (tables.length > 0) await client.query(`truncate ${tables.map(({ name }) => `public.${name}`).join(', ')}`);
  for (const [index, table] of tables.entries()) {
    await loadTable(client, table, await read(entryOf(table.name)));
    onProgress({ done: index + 1, total: tables.length + 1, what: `${table.name}: ${table.rows} rows` });
  }
  for (const { table, name, definition } of keys) {
    await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  }
  for (const { name, lastValue, isCalled } of sequences) {
    await client.query('select setval($1::regclass, $2, $3)', [`public.${name}`, lastValue, isCalled]);
  }
  await loadQueue(client, manifest, await read(JOBS));
}

async function loadTable(client: pg.Client, { name, columns, rows }: BackedUpTable, source: Readable): Promise<void> {
  await client.query(`alter table public.${name} disable trigger user`);
  const loaded = await copyIn(client, `public.${name} (${columns.join(', ')})`, source);
  if (loaded !== rows) throw new Error(`${name} should have ${rows} rows and got ${loaded}.`);
  await client.query(`alter table public.${name} enable trigger user`);
}

/** By the queue's public function, so that a back-up outlives a change of the queue's tables. */
async function loadQueue(client: pg.Client, { queue }: Manifest, source: Readable): Promise<void> {
  if (queue.rows === 0) {
    source.destroy();
    return;
  }
  await client.query(`create temporary table queue (place bigint generated always as identity, identifier text, payload json,
    queue_name text, run_at timestamptz, attempts_left integer, key text, priority integer, flags text[]) on commit drop`);
  await copyIn(client, 'queue (identifier, payload, queue_name, run_at, attempts_left, key, priority, flags)', source);
  await client.query(`select graphile_worker.add_job(identifier, payload, queue_name, run_at, attempts_left, key, priority, flags)
    from (select * from queue order by place) as ordered`);
}

async function copyIn(client: pg.Client, into: string, source: Readable): Promise<number> {
  const stream = client.query(copyFrom(`copy ${into} from stdin`));
  await pipeline(source, stream);
  return stream.rowCount;
}

const FOREIGN_KEYS = `
  select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
  from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`;
