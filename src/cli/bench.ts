import { join } from 'node:path';
import pg from 'pg';
import { createApiToken } from '#modules/staff';
import { systemActor } from '#platform/actor';
import { systemClock } from '#platform/clock';
import { closeDb, inCouncil, openDb } from '#platform/db';
import { createLog } from '#platform/log';
import { openDatabase } from '../house.ts';
import { loadDemonstration } from '../load-demonstration.ts';
import { prepareDatabase } from '../prepare-database.ts';
import { measureBare } from './bench/bare.ts';
import { Client, tokenIn } from './bench/client.ts';
import { loadBench } from './bench/load.ts';
import { type Measured, measure } from './bench/measure.ts';
import { operations } from './bench/operations.ts';
import { startServerProcess } from './bench/server-process.ts';
import { type Command, type CommandLine, print, textFlag, UsageError } from './command.ts';
import { progressBar } from './progress-bar.ts';

export const benchCommand: Command = {
  name: 'bench',
  usage: '--cases N [--only operation,operation] [--json]',
  summary: 'Measure the doors on N cases in a database of their own, at one and at eight connections',
  help: 'The data is made up, the same every time, and kept for the next run. Times are noisy on a shared machine:\ncompare within one run, and quote medians and ratios.',
  flags: { cases: { type: 'string' }, only: { type: 'string' }, json: { type: 'boolean' } },
  async run(line) {
    const cases = Number(textFlag(line, 'cases') ?? '100000');
    if (!Number.isInteger(cases) || cases < 100) throw new UsageError('--cases takes a whole number from 100.');
    const database = await openDatabase(line.config, createLog(line.config.logLevel));
    try {
      const url = await benchDatabase(database.url, cases);
      const measured = await measureAll(line, url, cases);
      print(line.flags['json'] === true ? JSON.stringify(measured, null, 2) : tableOf(measured));
      return 0;
    } finally {
      await database.stop();
    }
  },
};

async function benchDatabase(server: string, cases: number): Promise<string> {
  const url = new URL(server);
  const name = `frontdoor_bench_${cases}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 0) await admin.query(`create database ${name}`);
  await admin.end();
  url.pathname = `/${name}`;
  const log = createLog('silent');
  await prepareDatabase(url.href, log);
  const db = openDb({ url: url.href, max: 2 });
  await loadDemonstration({ db, clock: systemClock }).finally(() => closeDb(db));
  const bar = progressBar(100, 'loading {bar} {percentage}% {what}');
  await loadBench({
    url: url.href,
    cases,
    onProgress: (share, what) => {
      bar.to(Math.round(share * 100), what);
    },
  }).finally(() => {
    bar.stop();
  });
  return url.href;
}

async function measureAll(line: CommandLine, url: string, cases: number): Promise<Measured[]> {
  const only = textFlag(line, 'only')?.split(',');
  const token = await machineToken(url);
  const bare = await measureBare(url, cases);
  const measured: Measured[] = [{ ...bare, rows: cases, serverRssMb: 0 }];
  const server = await startServerProcess(url, join(line.config.dataDir, 'bench'));
  try {
    for (const concurrency of [1, 8]) {
      const client = await signedIn(server.port, concurrency);
      for (const operation of operations({ cases, token })) {
        if (only && !only.includes(operation.name)) continue;
        const figures = await measure(client, operation, concurrency);
        measured.push({ ...figures, rows: cases, serverRssMb: server.rssMb() });
      }
      client.close();
    }
  } finally {
    await server.stop();
  }
  return measured;
}

async function signedIn(port: number, connections: number): Promise<Client> {
  const client = new Client(port, connections);
  const page = await client.ask({ path: '/desk/sign-in' });
  await client.ask({
    method: 'POST',
    path: '/desk/sign-in',
    form: { _csrf: tokenIn(page.body), person: 'ada-mensah' },
  });
  return client;
}

async function machineToken(url: string): Promise<string> {
  const db = openDb({ url, max: 1 });
  try {
    const { rows } = await db.pool.query<{ id: string }>("select id from councils where slug = 'estuary'");
    const councilId = rows[0]?.id ?? '';
    const made = await inCouncil(db, councilId, (tx) =>
      createApiToken(tx, systemClock, systemActor(councilId), { name: 'bench', role: 'api-write' }),
    );
    if (!made.ok) throw new Error('the benchmark may not make a token');
    return made.token;
  } finally {
    await closeDb(db);
  }
}

function tableOf(measured: Measured[]): string {
  const head = ['operation', 'rows', 'conn', 'median ms', 'p95 ms', 'per second', 'MB', 'KB'];
  const rows = measured.map((one) =>
    [one.operation, one.rows, one.concurrency, one.medianMs, one.p95Ms, one.perSecond, one.serverRssMb, one.kb].map(
      String,
    ),
  );
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}
