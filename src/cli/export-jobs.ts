import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { z } from 'zod';
import { type ListedJob, listJobs } from '#modules/cases';
import { csvOf } from '#platform/csv';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { type Command, type CommandLine, print, required, textFlag, UsageError } from './command.ts';
import { councilNamed, inHouse } from './in-house.ts';

export const exportJobsCommand: Command = {
  name: 'export jobs',
  usage: '<file.csv> --team <slug> [--since <time>] [--council <slug>] [--json]',
  summary: "Write a team's or partner's job sheets to a file, for the system that they work in",
  help: [
    'In the order in which they changed. --since 2026-11-24T07:00:00Z: those that changed from then on.',
    'Nothing of the customer is in it. What became of them comes back by "import job-feedback".',
  ].join('\n'),
  flags: {
    team: { type: 'string' },
    since: { type: 'string' },
    council: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(line) {
    const path = required(line, 0, 'which file to write');
    const team = textFlag(line, 'team');
    if (team === undefined) throw new UsageError('Say whose jobs: --team <slug>.');
    const updatedSince = sinceOf(line);
    return inHouse(line, councilNamed(line), async ({ deps, council }) => {
      const jobs = await writeJobs(deps, path, { councilId: council.id, team, updatedSince });
      if (line.flags['json'] === true) print(JSON.stringify({ jobs, file: path }));
      else print(`${jobs} jobs written to ${path}.`);
      return 0;
    });
  },
};

function sinceOf(line: CommandLine): Date | undefined {
  const given = textFlag(line, 'since');
  if (given === undefined) return undefined;
  if (z.iso.datetime({ offset: true }).safeParse(given).success) return new Date(given);
  throw new UsageError(`--since is "${given}"; write a time such as 2026-11-24T07:00:00Z.`);
}

interface Asked {
  councilId: string;
  team: string;
  updatedSince: Date | undefined;
}

const PAGE = 500;

/** Page after page, so that the file may be of any length. Returns how many jobs it holds. */
async function writeJobs({ db }: Deps, path: string, { councilId, ...filter }: Asked): Promise<number> {
  const file = createWriteStream(path, { mode: 0o600 });
  const write = (rows: string[][]) => file.write(csvOf(rows));
  write([
    [
      'JOB',
      'SHEET',
      'STATE',
      'TITLE',
      'INSTRUCTIONS',
      'PLACE',
      'UPRN',
      'LAT',
      'LON',
      'DUE_AT',
      'EVIDENCE',
      'MADE_AT',
      'UPDATED_AT',
    ],
  ]);
  let after: ListedJob | undefined;
  let count = 0;
  do {
    const key = after;
    const page = await inCouncil(db, councilId, (tx) =>
      listJobs(tx, councilId, { ...filter, after: key, limit: PAGE }),
    );
    write(page.map(rowOf));
    count += page.length;
    after = page.length === PAGE ? page.at(-1) : undefined;
  } while (after);
  file.end();
  await finished(file);
  return count;
}

function rowOf(job: ListedJob): string[] {
  const { reference, number, dueAt, madeAt, updatedAt } = job;
  const text = (value: string | number | null) => (value === null ? '' : String(value));
  return [
    job.id,
    `${reference}/${number}`,
    job.state,
    job.title,
    job.instructions,
    text(job.place),
    text(job.uprn),
    text(job.lat),
    text(job.lon),
    dueAt?.toISOString() ?? '',
    job.evidence,
    madeAt.toISOString(),
    updatedAt.toISOString(),
  ];
}
