import { createLog } from '#platform/log';
import { assertAppRoleIsBound, ensureRoles } from '#platform/migrate';
import { restore } from '#platform/restore';
import { migrateQueue } from '#platform/worker';
import { filesFolder, openDatabase } from '../house.ts';
import { rowsOf } from './backup.ts';
import { type Command, print, required } from './command.ts';

export const restoreCommand: Command = {
  name: 'restore',
  usage: '<file> [--replace]',
  summary: 'Bring a back-up back into an empty database and data folder',
  help: 'Stop Frontdoor first. --replace puts the back-up in the place of what is there now.',
  flags: { replace: { type: 'boolean' } },
  async run(line) {
    const file = required(line, 0, 'which back-up to bring back');
    const log = createLog(line.config.logLevel);
    const database = await openDatabase(line.config, log);
    try {
      await ensureRoles(database.url);
      await migrateQueue(database.url);
      const manifest = await restore(database.url, {
        file,
        filesDir: filesFolder(line.config.dataDir),
        dir: 'migrations',
        replace: line.flags['replace'] === true,
        log,
      });
      await assertAppRoleIsBound(database.url);
      print(
        `Brought back ${rowsOf(manifest.tables)} rows and ${manifest.files.count} files, as of ${manifest.takenAt}`,
      );
      return 0;
    } finally {
      await database.stop();
    }
  },
};
