import { importJobFeedback } from '#modules/cases';
import { councilConfig } from '#modules/councils';
import { inCouncil } from '#platform/db';
import { type Command, required, textFlag } from './command.ts';
import { councilNamed, inHouse } from './in-house.ts';
import { openInput } from './open-input.ts';
import { progressBar } from './progress-bar.ts';
import { reportImport } from './report-import.ts';
import { openSideFile } from './side-file.ts';

export const importJobFeedbackCommand: Command = {
  name: 'import job-feedback',
  usage: '<file.csv[.gz]> [--from <whose system>] [--council <slug>] [--refused <file.csv>] [--json]',
  summary: 'Take in what became of jobs, from the system that the crews work in',
  help: [
    'Columns: SOURCE_ID, JOB (its id, or its sheet such as K7M3-QX9T/1), KIND (accepted, returned, note, done, not-done);',
    'AT, NOTE, REASON, MEANS, FINAL and PHOTOS where they are known. --from is the name that the job then shows.',
    'The same file may come again: what is in is passed over. Rows that cannot be taken are written with their reason',
    'to --refused (default: <file>.refused.csv). See docs/how-to/import-job-feedback.md.',
  ].join('\n'),
  flags: {
    from: { type: 'string' },
    council: { type: 'string' },
    refused: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(line) {
    const path = required(line, 0, 'which file to take in');
    return inHouse(line, councilNamed(line), async ({ deps, actor }) => {
      const { profile } = await inCouncil(deps.db, actor.councilId, (tx) => councilConfig(tx, actor.councilId));
      const input = await openInput(path);
      const side = openSideFile(textFlag(line, 'refused') ?? `${path}.refused.csv`);
      const bar = progressBar(input.bytes, 'taking in {bar} {percentage}% {what}');
      const crew = { ...actor, name: textFlag(line, 'from')?.trim() || "the crews' system" };
      const result = await importJobFeedback(deps.db, deps.clock, crew, {
        file: input.stream,
        sideFile: side.stream,
        zone: profile.zone,
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
