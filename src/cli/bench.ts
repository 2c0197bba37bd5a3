import { join } from 'node:path';
import { createLog } from '#platform/log';
import { openDatabase } from '../house.ts';
import { measureBare, serveBare } from './bench/bare.ts';
import { measureCompiling } from './bench/compile.ts';
import { measureHandOver } from './bench/hand-over.ts';
import { loadBench } from './bench/load.ts';
import { type Measured, measure, type Operation } from './bench/measure.ts';
import { operations } from './bench/operations.ts';
import { type Command, type CommandLine, print, textFlag, UsageError } from './command.ts';
import { databaseOfItsOwn } from './database-of-its-own.ts';
import { machineToken } from './machine-token.ts';
import { progressBar } from './progress-bar.ts';
import { startServerProcess } from './server-process.ts';
import { signedIn } from './signed-in.ts';

export const benchCommand: Command = {
  name: 'bench',
  usage: '--cases N [--only operation,operation] [--json]',
  summary: 'Measure the doors on N cases in a database of their own, at one and at eight connections',
  help: 'The data is made up, the same every time, and kept for the next run. Times are noisy on a shared machine:\ncompare within one run, and quote medians and ratios.',
  flags: {
    cases: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'boolean' },
    'bare-route': { type: 'boolean' },
  },
  async run(line) {
    if (line.flags['bare-route'] === true) return serveBareRoute(line);
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

/** The command starts itself so, to measure beside Frontdoor what the machine can do at all. */
async function serveBareRoute({ config }: CommandLine): Promise<number> {
  if (config.databaseUrl === undefined) throw new UsageError('--bare-route takes its database from DATABASE_URL.');
  await serveBare(config.databaseUrl);
  return 0;
}

async function benchDatabase(server: string, cases: number): Promise<string> {
  const url = await databaseOfItsOwn(server, { name: `frontdoor_bench_${cases}`, isFresh: false });
  const bar = progressBar(100, 'loading {bar} {percentage}% {what}');
  await loadBench({
    url,
    cases,
    onProgress: (share, what) => {
      bar.to(Math.round(share * 100), what);
    },
  }).finally(() => {
    bar.stop();
  });
  return url;
}

async function measureAll(line: CommandLine, url: string, cases: number): Promise<Measured[]> {
  const only = textFlag(line, 'only')?.split(',');
  const handOver = !only || only.includes('hand-over') ? [await measureHandOver(url)] : [];
  const token = await machineToken(url, 'bench');
  const wanted = operations({ cases, token }).filter(({ name }) => !only || only.includes(name));
  return wanted.length === 0 ? handOver : [...(await measureDoors(line, { url, cases, wanted })), ...handOver];
}

interface Doors {
  url: string;
  cases: number;
  wanted: readonly Operation[];
}

async function measureDoors(line: CommandLine, { url, cases, wanted }: Doors): Promise<Measured[]> {
  const bare = await measureBare(url, cases);
  const measured: Measured[] = [...bare, measureCompiling()].map((one) => ({ ...one, rows: cases, serverRssMb: 0 }));
  const server = await startServerProcess({
    databaseUrl: url,
    dataDir: join(line.config.dataDir, 'bench'),
    roles: 'web',
  });
  try {
    for (const concurrency of [1, 8]) {
      const client = await signedIn(server.port, { person: 'ada-mensah', connections: concurrency });
      for (const operation of wanted) {
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
