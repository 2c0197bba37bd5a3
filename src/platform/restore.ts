import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, readdirSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { loadTables } from './backup/load-tables.ts';
import { entryOf, FILES, JOBS, MANIFEST, Manifest, type Progress } from './backup/manifest.ts';
import { inSession } from './backup/session.ts';
import { openZip, type ZipReader } from './backup/zip-reader.ts';
import type { Logger } from './log.ts';
import { ensureRoles, migrate, migrateWithin, newestVersion } from './migrate.ts';
import { migrateQueue } from './worker.ts';

interface RestoreOptions {
  file: string;
  /** The folder of uploaded files. */
  filesDir: string;
  /** The folder of migrations. */
  dir: string;
  /** Put the back-up in the place of what is there. Without it, a database or folder that is not empty is refused. */
  replace: boolean;
  log: Pick<Logger, 'info'>;
  onProgress?: (progress: Progress) => void;
}

/**
 * Bring a back-up back: the database as it was, in one transaction, then the files, then any newer migrations.
 *
 * Everything in the file is read and checked first. A restore that fails leaves the database and the files as they were.
 * Nothing else may use the database meanwhile.
 *
 * @throws an Error that says what is in the way.
 * @see docs/how-to/backup-and-restore.md
 */
export async function restore(url: string, options: RestoreOptions): Promise<Manifest> {
  const zip = await openZip(options.file);
  const incoming = `${options.filesDir}.${randomUUID()}`;
  try {
    const manifest = await readManifest(zip);
    refuseNewer(manifest, options.dir);
    await checkTables(zip, manifest);
    await refuseUnready(url, options);
    await extractFiles(zip, manifest, incoming);
    await restoreDatabase(url, { zip, manifest, ...options });
    await putInPlace(incoming, options.filesDir);
    await migrate(url, options);
    return manifest;
  } finally {
    await zip.close();
    await rm(incoming, { recursive: true, force: true });
  }
}

async function readManifest(zip: ZipReader): Promise<Manifest> {
  const entry = zip.entries.get(MANIFEST);
  const read = Manifest.safeParse(entry && (await json(await zip.read(entry))));
  if (!read.success)
    throw new Error('This file is not a Frontdoor back-up, or one of a form that this version does not know.');
  return read.data;
}

function refuseNewer({ schemaVersion }: Manifest, dir: string): void {
  const newest = newestVersion(dir);
  if (schemaVersion <= newest) return;
  throw new Error(
    `The back-up comes from a newer Frontdoor (migration ${schemaVersion}; this one has ${newest}). Restore it with that version or a later one.`,
  );
}

async function checkTables(zip: ZipReader, { tables, queue }: Manifest): Promise<void> {
  const wanted = [...tables.map(({ name, sha256 }) => ({ entry: entryOf(name), sha256 })), { entry: JOBS, ...queue }];
  for (const { entry, sha256 } of wanted) {
    const hash = createHash('sha256');
    for await (const chunk of await readEntry(zip, entry)) hash.update(chunk as Buffer);
    if (hash.digest('hex') !== sha256) throw new Error(`${entry} in the back-up is damaged.`);
  }
}

async function refuseUnready(url: string, { replace, filesDir }: RestoreOptions): Promise<void> {
  const { rows } = await inSession(url, 'begin read only', (client) =>
    client.query<{ tables: number; others: number }>(STATE),
  );
  const { tables = 0, others = 0 } = rows[0] ?? {};
  if (others > 0)
    throw new Error('The database is in use. Stop Frontdoor and everything else that is connected to it first.');
  if (replace) return;
  if (tables > 0)
    throw new Error('The database is not empty. Restore into an empty one, or say --replace to lose what is there.');
  if (existsSync(filesDir) && readdirSync(filesDir).length > 0) {
    throw new Error(`${filesDir} is not empty. Move it away, or say --replace to lose what is there.`);
  }
}

async function restoreDatabase(
  url: string,
  restoring: RestoreOptions & { zip: ZipReader; manifest: Manifest },
): Promise<void> {
  const { zip, manifest, dir, onProgress = () => undefined } = restoring;
  await ensureRoles(url);
  await migrateQueue(url);
  await inSession(url, 'begin', async (client) => {
    await emptyDatabase(client);
    await migrateWithin(client, dir, manifest.schemaVersion);
    await loadTables(client, manifest, { read: (entry) => readEntry(zip, entry), onProgress });
  });
  await inSession(url, 'begin', (client) => client.query('analyze'));
}

async function emptyDatabase(client: pg.Client): Promise<void> {
  try {
    await client.query("set local lock_timeout = '10s'");
    await client.query('drop schema public cascade; create schema public; grant usage on schema public to public');
    await client.query('delete from graphile_worker._private_jobs');
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    throw new Error(
      `The database cannot be emptied (${error.message}). Restore into a new, empty one that this user owns.`,
      {
        cause: error,
      },
    );
  }
}

async function extractFiles(zip: ZipReader, { files }: Manifest, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let count = 0;
  for (const [name, entry] of zip.entries) {
    if (!name.startsWith(FILES)) continue;
    const parts = name.slice(FILES.length).split('/');
    if (parts.some((part) => part === '' || part === '.' || part === '..' || part.includes('\\'))) {
      throw new Error(`The back-up names a file outside its folder: ${name}`);
    }
    const path = join(folder, ...parts);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await pipeline(await zip.read(entry), createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
    count += 1;
  }
  if (count !== files.count)
    throw new Error(`The back-up should hold ${files.count} uploaded files and holds ${count}.`);
}

async function putInPlace(incoming: string, folder: string): Promise<void> {
  const old = `${folder}.${randomUUID()}`;
  await mkdir(folder, { recursive: true });
  await rename(folder, old);
  await rename(incoming, folder);
  await rm(old, { recursive: true, force: true });
}

async function readEntry(zip: ZipReader, name: string): Promise<Readable> {
  const entry = zip.entries.get(name);
  if (!entry) throw new Error(`${name} is missing from the back-up.`);
  return zip.read(entry);
}

const STATE = `
  select (select count(*)::int from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'schema_migrations') as tables,
    (select count(*)::int from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()) as others`;
