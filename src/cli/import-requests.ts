import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { type ImportMapping, importMappingSchema, importRequests } from '#modules/cases';
import { type Command, required, textFlag, UsageError } from './command.ts';
import { inHouse } from './in-house.ts';
import { openInput } from './open-input.ts';
import { progressBar } from './progress-bar.ts';
import { reportImport } from './report-import.ts';
import { openSideFile } from './side-file.ts';

export const importRequestsCommand: Command = {
  name: 'import requests',
  usage: '<file.csv[.gz]> --mapping <mapping.yaml> [--council <slug>] [--refused <file.csv>] [--json]',
  summary: 'Take in the requests of another system, by a mapping file',
  help: [
    'Reads a file of any length. Broken off and started again, it passes over what is in and goes on.',
    'Rows that cannot be taken are written with their reason to --refused (default: <file>.refused.csv).',
    'Mappings to begin from are in docs/examples/mappings. See docs/how-to/import-requests.md.',
  ].join('\n'),
  flags: {
    mapping: { type: 'string' },
    council: { type: 'string' },
    refused: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(line) {
    const path = required(line, 0, 'which file to take in');
    const { mapping, sha256 } = await readMapping(textFlag(line, 'mapping'));
    return inHouse(line, textFlag(line, 'council') ?? mapping.council, async ({ deps, actor }) => {
      const input = await openInput(path);
      const side = openSideFile(textFlag(line, 'refused') ?? `${path}.refused.csv`);
      const bar = progressBar(input.bytes, 'taking in {bar} {percentage}% {what}');
      const result = await importRequests(deps.db, deps.clock, actor, {
        file: input.stream,
        sideFile: side.stream,
        mapping,
        fileSha256: input.sha256,
        mappingSha256: sha256,
        onProgress: ({ read }) => {
          bar.to(input.read(), `${read.toLocaleString('en-GB')} rows`);
        },
      }).finally(() => {
        bar.stop();
      });
      await side.close(result.refused);
      return reportImport(line, result, side.path);
    });
  },
};

async function readMapping(path: string | undefined): Promise<{ mapping: ImportMapping; sha256: string }> {
  if (path === undefined) throw new UsageError('Say how to read it: --mapping <mapping.yaml>.');
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) throw new UsageError(`There is no mapping "${path}".`);
  const mapping = importMappingSchema.safeParse(parseYaml(path, text));
  if (!mapping.success) throw new UsageError(`${path} is not a mapping:\n${z.prettifyError(mapping.error)}`);
  return { mapping: mapping.data, sha256: createHash('sha256').update(text).digest('hex') };
}

function parseYaml(path: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new UsageError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
