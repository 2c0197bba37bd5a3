import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { silentLog } from './log.ts';
import { isRoot } from './postgres/account.ts';
import { findBinaries, installedBinaries } from './postgres/binaries.ts';
import { copyBinaries } from './postgres/copy-binaries.ts';
import { withFileLock } from './postgres/file-lock.ts';
import { ownFolder } from './postgres/own-folder.ts';
import { readPostmaster, runningPostmaster } from './postgres/postmaster.ts';

const folders: string[] = [];
const children: ChildProcess[] = [];
const settings = { fsync: 'off', shared_buffers: '16MB' };
const quiet = (): void => undefined;

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) {
    if (existsSync(join(folder, 'postgres')))
      await start(folder)
        .then(({ stop }) => stop())
        .catch(quiet);
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('the embedded PostgreSQL', () => {
  test('starts on an empty folder as an owner who is no superuser, keeps what was written, and stops', async () => {
    const dataDir = emptyFolder();
    const first = await start(dataDir);
    const facts = await ask(
      first.url,
      `select current_user as who, usesuper as super, current_setting('TimeZone') as zone, datlocprovider as provider, datlocale as locale,
        pg_encoding_to_char(encoding) as encoding from pg_user, pg_database where usename = current_user and datname = current_database()`,
    );
    expect(facts).toEqual([
      { who: 'frontdoor', super: false, zone: 'UTC', provider: 'b', locale: 'C.UTF-8', encoding: 'UTF8' },
    ]);
    await ask(first.url, 'create table kept as select 7 as n');
    await first.stop();
    expect(readPostmaster(clusterOf(dataDir))).toBeUndefined();

    const second = await start(dataDir);
    expect(second.attached).toBe(false);
    expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 7 }]);
    await second.stop();
  });

  test('admits nobody without the password, which only the account of the server can read', async () => {
    const dataDir = emptyFolder();
    const server = await start(dataDir);
    await expect(ask(server.url.replace(/:[^:@]+@/, ':guess@'), 'select 1')).rejects.toThrow(/password/);
    expect(statSync(join(server.dataDir, 'password')).mode & 0o777).toBe(0o600);
    await server.stop();
  });

  test('works in a folder deeper than a socket path may be', async () => {
    const dataDir = join(emptyFolder(), 'deep-'.repeat(20), 'deeper-'.repeat(20));
    const server = await start(dataDir);
    expect(await ask(server.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    await server.stop();
  });

  test('is shared by all who start on one folder, and the last one out stops it', async () => {
    const dataDir = emptyFolder();
    const [one, two] = await Promise.all([start(dataDir), start(dataDir)]);
    expect(one.url).toBe(two.url);
    expect([one.attached, two.attached].sort()).toEqual([false, true]);
    await one.stop();
    await one.stop();
    expect(await ask(two.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    await two.stop();
    expect(runningPostmaster(clusterOf(dataDir))).toBeUndefined();
  });

  test('outlives a killed process, is found again with all that was committed, and no longer counts the killed one', async () => {
    const dataDir = emptyFolder();
    const other = await startInOtherProcess(dataDir);
    await ask(other.url, 'create table kept as select 7 as n');
    other.child.kill('SIGKILL');
    await new Promise((resolve) => other.child.once('exit', resolve));

    const server = await start(dataDir);
    expect(server.attached).toBe(true);
    expect(await ask(server.url, 'select n from kept')).toEqual([{ n: 7 }]);
    await server.stop();
    expect(runningPostmaster(clusterOf(dataDir))).toBeUndefined();
  });

  test('recovers when PostgreSQL itself was killed, on the same port', async () => {
    const dataDir = emptyFolder();
    const killed = await start(dataDir);
    await ask(killed.url, 'create table kept as select 7 as n');
    process.kill(runningPostmaster(clusterOf(dataDir))?.pid ?? 0, 'SIGKILL');
    await untilGone(dataDir);

    const server = await start(dataDir);
    expect(server.attached).toBe(false);
    expect(server.url).toBe(killed.url);
    expect(await ask(server.url, 'select n from kept')).toEqual([{ n: 7 }]);
    await Promise.all([killed.stop(), server.stop()]);
  });

  test('is not misled by a left note whose number another program now has', async () => {
    const dataDir = emptyFolder();
    const killed = await start(dataDir);
    const note = readFileSync(join(clusterOf(dataDir), 'postmaster.pid'), 'utf8');
    await killed.stop();
    writeFileSync(join(clusterOf(dataDir), 'postmaster.pid'), note.replace(/^\d+/, String(process.pid)));
    const server = await start(dataDir);
    expect(server.attached).toBe(false);
    await server.stop();
  });

  test('begins again after a start that was killed half way', async () => {
    const dataDir = emptyFolder();
    mkdirSync(join(dataDir, 'postgres', 'cluster.new'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres', 'cluster.new', 'PG_VERSION'), '18\n');
    const server = await start(dataDir);
    expect(await ask(server.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    await server.stop();
  });

  test("shows the end of PostgreSQL's own log when it will not start", async () => {
    const dataDir = emptyFolder();
    await (await start(dataDir)).stop();
    await expect(
      startEmbeddedPostgres({ dataDir, log: silentLog, settings: { shared_buffers: 'lots' } }),
    ).rejects.toThrow(/did not start.*shared_buffers/s);
  });

  test('says what to do where there are no binaries', () => {
    expect(() => installedBinaries('freebsd-x64')).toThrow(/no embedded PostgreSQL for freebsd-x64.*DATABASE_URL/s);
    expect(() => installedBinaries(process.platform === 'win32' ? 'linux-arm64' : 'win32-x64')).toThrow(
      /windows-x64 is not installed.*npm ci/s,
    );
  });
});

describe.runIf(isRoot())('started by root', () => {
  const account = { name: 'nobody', uid: 65534, gid: 65534 };

  test('puts the database elsewhere when its account cannot enter the folder, says so, and finds it again', async () => {
    const dataDir = join(emptyFolder(0o700), 'data');
    const first = await start(dataDir);
    folders.push(first.dataDir);
    expect(first.notice).toContain(first.dataDir);
    expect(first.dataDir.startsWith(dataDir)).toBe(false);
    await ask(first.url, 'create table kept as select 7 as n');
    await first.stop();

    const second = await start(dataDir);
    expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 7 }]);
    await second.stop();
  });

  test('refuses to begin an empty database when the account can no longer enter the one that is there', async () => {
    const parent = emptyFolder();
    const dataDir = join(parent, 'data');
    await (await start(dataDir)).stop();
    chmodSync(parent, 0o700);
    await expect(start(dataDir)).rejects.toThrow(/can no longer enter/);
  });

  test('copies the binaries to where the account can run them, once, though two ask', async () => {
    const native = await findBinaries(undefined);
    const copies = await Promise.all([copyBinaries(native, account), copyBinaries(native, account)]);
    expect(new Set(copies).size).toBe(1);
    expect(statSync(join(copies[0], 'bin', 'postgres')).mode & 0o777).toBe(0o755);
  });

  test('trusts no folder that others can write to, or that is a link', () => {
    const open = emptyFolder();
    chmodSync(open, 0o777);
    expect(() => ownFolder([open, '/proc/self/cwd'])).toThrow(/None of these folders/);
  });
});

test('a lock left by a killed process is taken over by one waiting process at a time', async () => {
  const lock = join(emptyFolder(), 'lock');
  writeFileSync(lock, '999999999 1 gone\nleft');
  let inside = 0;
  let most = 0;
  const enter = (): Promise<void> =>
    withFileLock(lock, async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
    });
  await Promise.all(Array.from({ length: 8 }, enter));
  expect(most).toBe(1);
  expect(existsSync(lock)).toBe(false);
});

function start(dataDir: string) {
  return startEmbeddedPostgres({ dataDir, log: silentLog, settings });
}

function emptyFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'frontdoor-'));
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

const clusterOf = (dataDir: string): string => join(dataDir, 'postgres', 'cluster');

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function startInOtherProcess(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const face = new URL('./embedded-postgres.ts', import.meta.url).href;
  const program = `const { startEmbeddedPostgres } = await import(${JSON.stringify(face)});
    const { url } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: { info() {} }, settings: ${JSON.stringify(settings)} });
    console.log(url); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const url = await new Promise<string>((resolve) => {
    child.stdout.once('data', (line: Buffer) => {
      resolve(line.toString().trim());
    });
  });
  return { child, url };
}

async function untilGone(dataDir: string): Promise<void> {
  while (runningPostmaster(clusterOf(dataDir))) await new Promise((resolve) => setTimeout(resolve, 10));
}
