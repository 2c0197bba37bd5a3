import { type LoadedCouncil, loadCouncil, printProblem, readCouncilFolder } from '#modules/folders';
import { loadNationalPlaces } from '#modules/places';
import { systemClock } from '#platform/clock';
import { asOwner, closeDb, openDb } from '#platform/db';
import { createLog } from '#platform/log';
import { checkBrand } from '#ui';
import { openDatabase } from '../house.ts';
import { prepareDatabase } from '../prepare-database.ts';
import { type Command, print, required } from './command.ts';

const LOADER = { name: 'the command line' };

export const councilsLoadCommand: Command = {
  name: 'councils load',
  usage: '<folder> [--json]',
  summary: "Put a council's folder in force: what changed becomes a new version",
  help: [
    'Checks the folder first and loads all of it or nothing. Loading the same folder again changes nothing.',
    'It is refused when something was changed at the desk since; each difference is printed.',
    'The people of the folder are loaded only with DEMO=1.',
  ].join('\n'),
  flags: { json: { type: 'boolean' } },
  async run(line) {
    const asJson = line.flags['json'] === true;
    const read = await readCouncilFolder(required(line, 0, 'which folder, such as councils/estuary'), { checkBrand });
    if (!read.ok) {
      if (asJson) print(JSON.stringify(read, null, 2));
      else for (const problem of read.problems) print(printProblem(problem));
      return 1;
    }
    const log = createLog(line.config.logLevel);
    const database = await openDatabase(line.config, log);
    const db = openDb({ url: database.url });
    try {
      await prepareDatabase(database.url, log);
      const command = { council: read.council, withPeople: line.config.demo !== 'off' };
      const loaded = await asOwner(db, async (tx) => {
        await loadNationalPlaces(tx, systemClock);
        return loadCouncil(tx, systemClock, LOADER, command);
      });
      if (asJson) print(JSON.stringify(loaded, null, 2));
      else report(loaded);
      return loaded.ok ? 0 : 1;
    } finally {
      await closeDb(db);
      await database.stop();
    }
  },
};

function report(loaded: LoadedCouncil): void {
  if (loaded.ok) {
    print(`Loaded: ${loaded.made} new versions, ${loaded.ended} no longer in force.`);
    return;
  }
  print('Not loaded. These were changed at the desk since; put the change into the folder, or undo it at the desk:');
  for (const { kind, slug, version, differences } of loaded.edited) {
    print(`${kind} ${slug}, version ${version}`);
    for (const { path, folder, desk } of differences) {
      print(`  ${path}: the folder says ${folder ?? 'nothing'}, the desk says ${desk ?? 'nothing'}`);
    }
  }
}
