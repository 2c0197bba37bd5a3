import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, type OwnServer, startOwnServer } from '#test/empty-database';
import { silentLog as log } from './log.ts';
import { assertAppRoleIsBound, ensureRoles, migrate, newestVersion } from './migrate.ts';

let server: OwnServer;
let url: string;
let dir: string;

beforeAll(async () => {
  server = await startOwnServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  url = await server.emptyDatabase();
  dir = mkdtempSync(join(tmpdir(), 'frontdoor-migrations-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

describe('migrate', () => {
  test('applies each file once, in order, and says how many', async () => {
    put('0001_first.sql', 'create table first (n int)');
    put('0002_second.sql', 'create table second as select * from first');
    expect(await migrate(url, { dir, log })).toBe(2);
    put('0003_third.sql', 'drop table second');
    expect(await migrate(url, { dir, log })).toBe(1);
    expect(await migrate(url, { dir, log })).toBe(0);
    expect(await ask(url, 'select version, name from schema_migrations order by 1')).toEqual([
      { version: 1, name: '0001_first.sql' },
      { version: 2, name: '0002_second.sql' },
      { version: 3, name: '0003_third.sql' },
    ]);
  });

  test('runs once when several processes start together', async () => {
    put('0001_first.sql', 'create table first (n int); select pg_sleep(0.1)');
    const applied = await Promise.all([1, 2, 3].map(() => migrate(url, { dir, log })));
    expect(applied.sort()).toEqual([0, 0, 1]);
  });

  test('leaves nothing of a file that fails, and says where it failed', async () => {
    put('0001_first.sql', 'create table first (n int);\ncreate table second (n nonsense);');
    await expect(migrate(url, { dir, log })).rejects.toThrow(/0001_first.sql failed: type "nonsense".*line 2/);
    expect(await ask(url, "select to_regclass('first') as first")).toEqual([{ first: null }]);
  });

  test('refuses a file that has changed since it was applied, but not one with other line ends', async () => {
    put('0001_first.sql', 'create table first\n(n int)');
    await migrate(url, { dir, log });
    put('0001_first.sql', 'create table first\r\n(n int)');
    expect(await migrate(url, { dir, log })).toBe(0);
    put('0001_first.sql', 'create table first (n bigint)');
    await expect(migrate(url, { dir, log })).rejects.toThrow(/0001_first.sql has changed/);
  });

  test('takes numbers with gaps, and later a file that fills one', async () => {
    put('0001_first.sql', 'create table first (n int)');
    put('0010_tenth.sql', 'create table tenth as select * from first');
    expect(await migrate(url, { dir, log })).toBe(2);
    put('0005_fifth.sql', 'create table fifth as select * from first');
    expect(await migrate(url, { dir, log })).toBe(1);
    expect(newestVersion(dir)).toBe(10);
  });

  test('refuses two files of one number and a name without one', async () => {
    put('0001_first.sql', 'select 1');
    put('0001_other.sql', 'select 1');
    await expect(migrate(url, { dir, log })).rejects.toThrow(/0001_other.sql needs a number/);
    rmSync(join(dir, '0001_other.sql'));
    put('second.sql', 'select 1');
    await expect(migrate(url, { dir, log })).rejects.toThrow(/number the files/);
  });

  test('refuses a database that a newer Frontdoor has migrated', async () => {
    put('0001_first.sql', 'select 1');
    put('0002_second.sql', 'select 1');
    await migrate(url, { dir, log });
    rmSync(join(dir, '0002_second.sql'));
    await expect(migrate(url, { dir, log })).rejects.toThrow(/newer than this Frontdoor.*0002_second.sql/);
  });
});

describe('the role of requests', () => {
  test('is made once by several starts, bound, and the owner may become it', async () => {
    await Promise.all([1, 2, 3].map(() => ensureRoles(url)));
    await assertAppRoleIsBound(url);
    await expect(ask(url, 'set role frontdoor_app')).resolves.toEqual([]);
  });

  test('stops the start when it could pass row-level security, by itself, by membership or by ownership', async () => {
    await ensureRoles(url);
    await server.asSuperuser('alter role frontdoor_app bypassrls');
    await expect(assertAppRoleIsBound(url)).rejects.toThrow(/BYPASSRLS/);
    await server.asSuperuser(
      'alter role frontdoor_app nobypassrls; create role mighty bypassrls; grant mighty to frontdoor_app',
    );
    await expect(assertAppRoleIsBound(url)).rejects.toThrow(/through a role granted to it/);
    await server.asSuperuser('drop role mighty');
    await ask(url, 'grant create on schema public to frontdoor_app; set role frontdoor_app; create table mine ()');
    await expect(assertAppRoleIsBound(url)).rejects.toThrow(/owns the table mine/);
    await ask(url, 'set role frontdoor_app; drop table mine');
    await assertAppRoleIsBound(url);
  });

  test('is asked of the administrator, with the SQL, where the user may make no role', async () => {
    await server.asSuperuser("create role plain login password 'plain'");
    const plain = Object.assign(new URL(await server.emptyDatabase()), { username: 'plain', password: 'plain' }).href;
    await expect(ensureRoles(plain)).rejects.toThrow(/GRANT frontdoor_app TO "plain"/);
  });
});

const put = (name: string, sql: string): void => {
  writeFileSync(join(dir, name), sql);
};
