import type { Readable, Writable } from 'node:stream';
import { councilConfig } from '#modules/councils';
import { type ImportCounts, importGazetteer, importRoundStates } from '#modules/places';
import type { SystemActor } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { type Command, type CommandLine, required, textFlag } from './command.ts';
import { councilNamed, inHouse } from './in-house.ts';
import { openInput } from './open-input.ts';
import { progressBar } from './progress-bar.ts';
import { reportImport } from './report-import.ts';
import { openSideFile } from './side-file.ts';

const FLAGS = { council: { type: 'string' }, refused: { type: 'string' }, json: { type: 'boolean' } } as const;
const USAGE = '<file.csv[.gz]> [--council <slug>] [--refused <file.csv>] [--json]';
const AGAIN =
  'The same file may come again: what is in is passed over. Rows that cannot be taken are written with their reason to --refused.';

interface Files {
  file: Readable;
  sideFile: Writable;
  onProgress: (so: ImportCounts) => void;
}

type Imported = ({ ok: true } & ImportCounts) | { ok: false; refusal: string };

export const importGazetteerCommand: Command = {
  name: 'import gazetteer',
  usage: USAGE,
  summary: 'Take in addresses from a file with the columns of AddressBase or of an LLPG extract',
  help: AGAIN,
  flags: FLAGS,
  run: (line) => takeFile(line, ({ db, clock }, actor, files) => importGazetteer(db, clock, actor, files)),
};

export const importRoundStatesCommand: Command = {
  name: 'import round-states',
  usage: USAGE,
  summary: "Take in what the crews' system says about rounds and addresses",
  help: `Columns: SOURCE_ID, STATE, AT, and ROUND, UPRN or STREET; ON, CONTAINER, MOVED_TO and NOTE where they are known.\n${AGAIN}`,
  flags: FLAGS,
  run: (line) =>
    takeFile(line, async ({ db, clock }, actor, files) => {
      const { profile } = await inCouncil(db, actor.councilId, (tx) => councilConfig(tx, actor.councilId));
      return importRoundStates(db, clock, actor, { ...files, zone: profile.zone });
    }),
};

/** Run an import over a file with its side file and progress, and print what became of it. */
function takeFile(
  line: CommandLine,
  take: (deps: Deps, actor: SystemActor, files: Files) => Promise<Imported>,
): Promise<number> {
  const path = required(line, 0, 'which file to take in');
  return inHouse(line, councilNamed(line), async ({ deps, actor }) => {
    const input = await openInput(path);
    const side = openSideFile(textFlag(line, 'refused') ?? `${path}.refused.csv`);
    side.stream.write('line,reason,what\n');
    const bar = progressBar(input.bytes, 'taking in {bar} {percentage}% {what}');
    const onProgress = ({ read }: ImportCounts) => {
      bar.to(input.read(), `${read.toLocaleString('en-GB')} rows`);
    };
    const result = await take(deps, actor, { file: input.stream, sideFile: side.stream, onProgress }).finally(() => {
      bar.stop();
    });
    await side.close(result.ok ? result.refused : 0);
    if (!result.ok) throw new Error(`the terminal was refused: ${result.refusal}`);
    return reportImport(line, result, side.path);
  });
}
