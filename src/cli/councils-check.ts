import { checkCouncil } from '#modules/folders';
import { checkBrand } from '#ui';
import { type Command, print, required } from './command.ts';

export const councilsCheckCommand: Command = {
  name: 'councils check',
  usage: '<folder> [--json]',
  summary: "Say what is wrong in a council's folder, with file, line and what is expected",
  help: 'Reads the folder alone: no database is needed and nothing is changed. See docs/how-to/a-council-is-a-folder.md.',
  flags: { json: { type: 'boolean' } },
  run: (line) =>
    checkCouncil(
      required(line, 0, "which council's folder, such as councils/estuary"),
      { print, asJson: line.flags['json'] === true },
      { checkBrand },
    ),
};
