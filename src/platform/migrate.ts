import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Logger } from './log.ts';

export { assertAppRoleIsBound, ensureRoles } from './app-role.ts';

interface MigrateOptions {
  /** The folder of `NNNN_name.sql`. Numbers rise and may have gaps: each module numbers its own within a range. */
  dir: string;
  log: Pick<Logger, 'info'>;
}

interface Migration {
  version: number;
  name: string;
  sql: string;
  checksum: string;
}

interface Applied {
  version: number;
  name: string;
  checksum: string;
}

/** A number that no other use of advisory locks in this database takes: "front" on a telephone's keys. */
const LOCK = 37_668;

/**
 * Bring the tables to the newest numbered file, a transaction each. Several processes may do so at once.
 *
 * @returns how many were applied.
 * @throws when a file that was applied has changed since, two files have one number, or the database is newer than the files.
 */
export async function migrate(url: string, { dir, log }: MigrateOptions): Promise<number> {
  const client = new pg.Client({ connectionString: url, application_name: 'frontdoor migrate' });
  await client.connect();
  try {
    // Held by the connection, so that it goes with a killed process.
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const pending = await pendingMigrations(client, dir);
    for (const migration of pending) {
      await applyInTransaction(client, migration);
      log.info({ version: migration.version, name: migration.name }, 'applied a migration');
    }
    return pending.length;
  } finally {
    await client.end();
  }
}

/** Apply every file up to `version` on a connection that is already in a transaction: how a back-up's tables are made. */
export async function migrateWithin(client: pg.ClientBase, dir: string, version: number): Promise<void> {
  for (const migration of await pendingMigrations(client, dir)) {
    if (migration.version <= version) await apply(client, migration);
  }
}

/** @returns the number of the newest file in the folder. */
export const newestVersion = (dir: string): number => readMigrations(dir).at(-1)?.version ?? 0;

async function pendingMigrations(client: pg.ClientBase, dir: string): Promise<Migration[]> {
  await client.query(`create table if not exists schema_migrations (
    version integer primary key, name text not null, checksum text not null, applied_at timestamptz(3) not null default now())`);
  const { rows } = await client.query<Applied>(
    'select version, name, checksum from schema_migrations order by version',
  );
  const migrations = readMigrations(dir);
  const byVersion = new Map(migrations.map((migration) => [migration.version, migration]));
  for (const applied of rows) checkApplied(applied, byVersion.get(applied.version), dir);
  const done = new Set(rows.map(({ version }) => version));
  return migrations.filter(({ version }) => !done.has(version));
}

function checkApplied({ version, name, checksum }: Applied, file: Migration | undefined, dir: string): void {
  if (!file) {
    throw new Error(
      `The database is newer than this Frontdoor: it has migration ${version} (${name}), which is not in ${dir}. Start the version that made it, or a later one.`,
    );
  }
  if (file.checksum !== checksum) {
    throw new Error(
      `${file.name} has changed since it was applied to this database as ${name}. Put the file back as it was and write the change as a new migration.`,
    );
  }
}

function readMigrations(dir: string): Migration[] {
  const names = readdirSync(dir).filter((name) => name.endsWith('.sql'));
  let last = 0;
  return names.sort().map((name) => {
    const version = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]);
    if (!(version > last)) {
      throw new Error(
        `${join(dir, name)} needs a number of four digits that no other file has: number the files upwards.`,
      );
    }
    last = version;
    const sql = readFileSync(join(dir, name), 'utf8');
    return { version, name, sql, checksum: createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex') };
  });
}

async function applyInTransaction(client: pg.ClientBase, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await apply(client, migration);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function apply(client: pg.ClientBase, { version, name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    throw new Error(`Migration ${name} failed: ${placeOf(error, sql)}`, { cause: error });
  }
  await client.query('insert into schema_migrations (version, name, checksum) values ($1, $2, $3)', [
    version,
    name,
    checksum,
  ]);
}

function placeOf(error: unknown, sql: string): string {
  if (!(error instanceof pg.DatabaseError)) return String(error);
  const before = sql.slice(0, Number(error.position ?? 0));
  return error.position ? `${error.message} (line ${before.split('\n').length})` : error.message;
}
