import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, type OwnServer, startOwnServer } from '#test/empty-database';
import { openZip } from './backup/zip-reader.ts';
import { backup } from './backup.ts';
import { silentLog as log } from './log.ts';
import { ensureRoles, migrate } from './migrate.ts';
import { restore } from './restore.ts';
import { migrateQueue } from './worker.ts';

let server: OwnServer;
let filled: string;
let folder: string;
let dir: string;
let filesDir: string;
let file: string;

beforeAll(async () => {
  server = await startOwnServer();
  newFolder();
  filled = await server.emptyDatabase();
  await ensureRoles(filled);
  await migrate(filled, { dir, log });
  await migrateQueue(filled);
  await ask(filled, ROWS);
  rmSync(folder, { recursive: true });
});
afterAll(() => server.stop());
beforeEach(newFolder);
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a back-up brings back every row, file, number series and waiting task, and newer migrations follow', async () => {
  const url = await filledDatabase();
  const before = await fingerprints(url);
  const manifest = await backup(url, { file, filesDir });
  expect(manifest.tables.map(({ name, rows }) => `${name} ${rows}`)).toEqual([
    '"Quoted" 1',
    'branches 2',
    'leaves 500',
    'parts_early 1',
    'parts_late 1',
  ]);
  expect(manifest).toMatchObject({ schemaVersion: 1, queue: { rows: 2 }, files: { count: 2, bytes: 300_005 } });
  expect(statSync(file).mode & 0o777).toBe(0o600);

  rmSync(filesDir, { recursive: true });
  writeFileSync(join(dir, '0002_later.sql'), 'alter table leaves add later integer not null default 3');
  const copy = await server.emptyDatabase();
  await restore(copy, { file, filesDir, dir, replace: false, log });

  const leaves = await ask(copy, 'select distinct later from leaves');
  expect(leaves).toEqual([{ later: 3 }]);
  await ask(copy, 'alter table leaves drop later');
  expect(await fingerprints(copy)).toEqual(before);
  expect(readFileSync(join(filesDir, 'a/photo.jpg')).equals(Buffer.alloc(300_000, 7))).toBe(true);
  expect(readFileSync(join(filesDir, 'ä.txt'), 'utf8')).toBe('hello');
  expect(await ask(copy, "insert into branches (name) values ('new') returning id")).toEqual([{ id: 3 }]);
  expect(await ask(copy, TASKS)).toEqual([
    { task: 'remind', payload: { n: 1 }, queue: null, key: 'r-1', left: 25, later: true },
    { task: 'send', payload: { n: 2 }, queue: 'mail', key: null, left: 3, later: false },
  ]);
});

test('a restore puts foreign keys and triggers back in force', async () => {
  await backup(await filledDatabase(), { file, filesDir });
  const copy = await server.emptyDatabase();
  await restore(copy, { file, filesDir, dir, replace: true, log });
  await expect(ask(copy, "insert into leaves (branch_id, words) values (99, 'x')")).rejects.toThrow(/foreign key/);
  await expect(ask(copy, 'delete from "Quoted"')).rejects.toThrow(/kept for ever/);
});

test('a restore refuses what is not empty, and replaces it when told to', async () => {
  const url = await filledDatabase();
  const before = await fingerprints(url);
  await backup(url, { file, filesDir });
  await expect(restore(url, { file, filesDir, dir, replace: false, log })).rejects.toThrow(/not empty.*--replace/);
  await ask(url, "update branches set name = 'changed', best_leaf = null; delete from leaves");
  await restore(url, { file, filesDir, dir, replace: true, log });
  expect(await fingerprints(url)).toEqual(before);
});

test('a restore that fails leaves the database and the files as they were', async () => {
  const url = await filledDatabase();
  await backup(url, { file, filesDir });
  const before = await fingerprints(url);
  writeFileSync(join(dir, '0001_shapes.sql'), SHAPES.replace('words text', 'words text check (false)'));
  await expect(restore(url, { file, filesDir, dir, replace: true, log })).rejects.toThrow(/check constraint/);
  expect(await fingerprints(url)).toEqual(before);
  expect(readdirSync(folder).sort()).toEqual(['files', 'frontdoor.zip', 'migrations']);
});

test('a restore refuses a back-up that is damaged, cut off, something else, or from a newer version', async () => {
  await backup(await filledDatabase(), { file, filesDir });
  const copy = await server.emptyDatabase();
  const whole = readFileSync(file);
  const restoreOf = (content: Buffer) => {
    writeFileSync(file, content);
    return restore(copy, { file, filesDir: join(folder, 'other'), dir, replace: false, log });
  };
  const damaged = Buffer.from(whole);
  damaged.writeUInt8(damaged.readUInt8(1_000) ^ 0xff, 1_000);
  await expect(restoreOf(damaged)).rejects.toThrow();
  await expect(restoreOf(whole.subarray(0, -40))).rejects.toThrow(/cut off/);
  await expect(restoreOf(Buffer.from('a letter'))).rejects.toThrow(/another kind of file/);
  rmSync(join(dir, '0001_shapes.sql'));
  await expect(restoreOf(whole)).rejects.toThrow(/newer Frontdoor/);
  expect(await ask(copy, "select count(*)::int as n from pg_tables where schemaname = 'public'")).toEqual([{ n: 0 }]);
});

test('a restore refuses a database that something else is connected to', async () => {
  const url = await filledDatabase();
  await backup(url, { file, filesDir });
  const other = new pg.Client({ connectionString: url });
  await other.connect();
  await expect(restore(url, { file, filesDir, dir, replace: true, log })).rejects.toThrow(/in use/);
  await other.end();
});

test('a back-up that fails leaves the one before it and nothing half written', async () => {
  writeFileSync(file, 'the one before');
  await expect(backup(await server.emptyDatabase(), { file, filesDir })).rejects.toThrow(/schema_migrations/);
  expect(readdirSync(folder).sort()).toEqual(['frontdoor.zip', 'migrations']);
  expect(readFileSync(file, 'utf8')).toBe('the one before');
});

test('every table of this version is in the back-up, and comes back', async () => {
  const url = await server.emptyDatabase();
  await ensureRoles(url);
  await migrate(url, { dir: 'migrations', log });
  await migrateQueue(url);
  const manifest = await backup(url, { file, filesDir });
  const copy = await server.emptyDatabase();
  await restore(copy, { file, filesDir, dir: 'migrations', replace: false, log });
  expect(await ask(copy, CONSTRAINTS)).toEqual(await ask(url, CONSTRAINTS));
  const tables = await ask(
    url,
    "select from pg_tables where schemaname = 'public' and tablename not in ('schema_migrations', 'rate_limits')",
  );
  expect(manifest.tables).toHaveLength(tables.length);
});

test.runIf(existsSync('/usr/bin/python3'))(
  'the file is a zip archive that other tools can check and read',
  async () => {
    await backup(await filledDatabase(), { file, filesDir });
    const read = `import zipfile,sys; z=zipfile.ZipFile(sys.argv[1]); print(z.testzip(), z.read('files/ä.txt').decode())`;
    expect(execFileSync('/usr/bin/python3', ['-c', read, file], { encoding: 'utf8' }).trim()).toBe('None hello');
    const zip = await openZip(file);
    expect(zip.entries.size).toBe(9);
    await zip.close();
  },
);

function newFolder(): void {
  folder = mkdtempSync(join(tmpdir(), 'frontdoor-backup-'));
  dir = join(folder, 'migrations');
  filesDir = join(folder, 'files');
  file = join(folder, 'frontdoor.zip');
  mkdirSync(dir);
  writeFileSync(join(dir, '0001_shapes.sql'), SHAPES);
}

function filledDatabase(): Promise<string> {
  mkdirSync(join(filesDir, 'a'), { recursive: true });
  writeFileSync(join(filesDir, 'a/photo.jpg'), Buffer.alloc(300_000, 7));
  writeFileSync(join(filesDir, 'ä.txt'), 'hello');
  return server.copyOf(filled);
}

async function fingerprints(url: string): Promise<unknown[]> {
  const tables = ['branches', 'leaves', 'parts', '"Quoted"', 'seeded'];
  return Promise.all(
    tables.map((table) => ask(url, `select md5(string_agg(t::text, '|' order by t::text)) from ${table} t`)),
  );
}

// A circle of keys, a computed column, an identity, a partitioned and an unlogged table, row-level security, a trigger,
// a name in capitals, and a row that the migration itself writes.
const SHAPES = `
  create extension if not exists pg_trgm;
  create table branches (id integer generated always as identity primary key, name text not null, best_leaf integer);
  create table leaves (id serial primary key, branch_id integer not null references branches, words text, upper_words text generated always as (upper(words)) stored,
    picture bytea, at timestamptz, share numeric, tags text[], data jsonb);
  alter table branches add constraint best foreign key (best_leaf) references leaves;
  alter table leaves enable row level security;
  create table parts (at date not null, n integer) partition by range (at);
  create table parts_early partition of parts for values from ('2020-01-01') to ('2026-01-01');
  create table parts_late partition of parts for values from ('2026-01-01') to ('2030-01-01');
  create unlogged table passing (n integer);
  create table "Quoted" ("Odd Column" double precision);
  create function keep() returns trigger language plpgsql as $$ begin raise exception 'kept for ever'; end $$;
  create trigger keep before insert or delete on "Quoted" for each row execute function keep();
  create view seeded as select name from branches;
  insert into branches (name) values ('from the migration');`;

const ROWS = `
  insert into branches (name) values (E'tab\\t, newline\\n, backslash \\\\ and 😀');
  insert into leaves (branch_id, words, picture, at, share, tags, data)
    select 1 + n % 2, nullif('word ' || n, 'word 7'), decode(lpad(to_hex(n), 8, '0'), 'hex'), '2026-03-29 00:59:59.999+00'::timestamptz + n * interval '1 hour',
      n / 3.0, array['a', null, '{"'], jsonb_build_object('n', n) from generate_series(1, 500) n;
  update branches set best_leaf = 500;
  insert into parts values ('2025-12-31', 1), ('2026-01-01', 2);
  alter table "Quoted" disable trigger keep; insert into "Quoted" values (0.1::float8 + 0.2::float8); alter table "Quoted" enable trigger keep;
  insert into passing values (1);
  select graphile_worker.add_job('send', '{"n":2}', queue_name => 'mail', max_attempts => 3);
  select graphile_worker.add_job('remind', '{"n":1}', run_at => '2099-01-01', job_key => 'r-1');
  select graphile_worker.add_job('gave up', '{}'); update graphile_worker._private_jobs set attempts = max_attempts where task_id = (select id from graphile_worker._private_tasks where identifier = 'gave up');`;

const TASKS = `
  select t.identifier as task, j.payload, q.queue_name as queue, j.key, j.max_attempts as left, j.run_at > '2090-01-01' as later
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  left join graphile_worker._private_job_queues q on q.id = j.job_queue_id order by 1`;

const CONSTRAINTS = `
  select conrelid::regclass::text as on, conname, pg_get_constraintdef(oid) as what from pg_constraint
  where connamespace = 'public'::regnamespace order by 1, 2`;
