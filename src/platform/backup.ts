import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Readable } from 'node:stream';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { entryOf, FILES, JOBS, MANIFEST, type Manifest, type Progress } from './backup/manifest.ts';
import { inSession } from './backup/session.ts';
import { createZip, type ZipWriter } from './backup/zip-writer.ts';

interface BackupOptions {
  /** Where to write; a file that is there is replaced once the new one is whole. */
  file: string;
  /** The folder of uploaded files. */
  filesDir: string;
  onProgress?: (progress: Progress) => void;
}

/**
 * Write one consistent back-up of the database and the uploaded files, while Frontdoor runs, in bounded memory.
 *
 * Holds every table of schema public, and of the queue what is still to be done. Left out: unlogged tables (rate limits),
 * tasks that have given up, and the queue's own bookkeeping.
 *
 * @returns what the back-up says of itself.
 * @throws when the user may not read every row, or the disk is full; then nothing is left behind.
 * @see docs/how-to/backup-and-restore.md
 */
export async function backup(
  url: string,
  { file, filesDir, onProgress = () => undefined }: BackupOptions,
): Promise<Manifest> {
  const growing = `${file}.${randomUUID()}`;
  const zip = await createZip(growing);
  try {
    // One snapshot for all tables; sequences stand outside snapshots, and can only be ahead of it.
    const manifest = await inSession(url, 'begin isolation level repeatable read read only', async (client) => {
      const written = await writeDatabase(client, zip, onProgress);
      return { ...written, files: await writeFiles(zip, filesDir) };
    });
    await zip.add(MANIFEST, Readable.from([Buffer.from(JSON.stringify(manifest, null, 2))]));
    await zip.finish();
    await rename(growing, file);
    return manifest;
  } catch (error) {
    await zip.abandon();
    await rm(growing, { force: true });
    throw error;
  }
}

async function writeDatabase(
  client: pg.Client,
  zip: ZipWriter,
  onProgress: (progress: Progress) => void,
): Promise<Omit<Manifest, 'files'>> {
  const head = await client.query<{ at: Date; version: number }>(
    'select now() as at, max(version) as version from schema_migrations',
  );
  const { rows: found } = await client.query<{ name: string; columns: string[] }>(TABLES);
  const tables = [];
  for (const [index, { name, columns }] of found.entries()) {
    const written = await copyOut(client, zip, entryOf(name), `${name} (${columns.join(', ')})`);
    tables.push({ name, columns, ...written });
    onProgress({ done: index + 1, total: found.length + 1, what: `${name}: ${written.rows} rows` });
  }
  const hasQueue = await client.query("select from pg_class where oid = to_regclass('graphile_worker._private_jobs')");
  const queue = await copyOut(client, zip, JOBS, hasQueue.rowCount === 1 ? QUEUE : NO_QUEUE);
  const sequences = await client.query<Manifest['sequences'][number]>(SEQUENCES);
  return {
    format: 'frontdoor-backup',
    formatVersion: 1,
    takenAt: head.rows[0]?.at.toISOString() ?? '',
    schemaVersion: head.rows[0]?.version ?? 0,
    tables,
    sequences: sequences.rows,
    queue,
  };
}

async function copyOut(
  client: pg.Client,
  zip: ZipWriter,
  entry: string,
  what: string,
): Promise<{ rows: number; sha256: string }> {
  const stream = client.query(copyTo(`copy ${what} to stdout`));
  const { sha256 } = await zip.add(entry, stream);
  return { rows: stream.rowCount, sha256 };
}

/** After the tables: a file that came later does no harm, a file that a row names must be there. */
async function writeFiles(zip: ZipWriter, folder: string): Promise<Manifest['files']> {
  const total = { count: 0, bytes: 0 };
  if (!existsSync(folder)) return total;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    if (!(await stillThere(path))) continue;
    const { size } = await zip.add(FILES + relative(folder, path).split(sep).join('/'), createReadStream(path));
    total.count += 1;
    total.bytes += size;
  }
  return total;
}

/** Retention may dispose of a file while we work. */
async function stillThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

// Generated columns are computed again; what an extension made comes back with it.
const TABLES = `
  select quote_ident(c.relname) as name, array_agg(quote_ident(a.attname) order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p' and c.relname <> 'schema_migrations'
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  group by c.oid, c.relname order by c.relname`;

const SEQUENCES = `
  select quote_ident(sequencename) as name, coalesce(last_value, start_value)::text as "lastValue", last_value is not null as "isCalled"
  from pg_sequences where schemaname = 'public' order by 1`;

// The queue by its meaning, not by its tables: they belong to graphile-worker and change with it.
const QUEUE = `(
  select t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts - j.attempts as attempts_left, j.key, j.priority,
    (select array_agg(flag) from jsonb_object_keys(j.flags) flag) as flags
  from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id
  left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
  where j.attempts < j.max_attempts order by j.id)`;
const NO_QUEUE = '(select where false)';
