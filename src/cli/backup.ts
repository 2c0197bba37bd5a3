import { backup } from '#platform/backup';
import { createLog } from '#platform/log';
import { filesFolder, openDatabase } from '../house.ts';
import { type Command, print, required } from './command.ts';
import { progressBar } from './progress-bar.ts';

export const backupCommand: Command = {
  name: 'backup',
  usage: '<file>',
  summary: 'Write the database and the uploaded files into one file, while Frontdoor runs',
  async run(line) {
    const file = required(line, 0, 'which file to write, such as frontdoor-2026-11-24.zip');
    const database = await openDatabase(line.config, createLog(line.config.logLevel));
    const bar = progressBar(100, 'backing up {bar} {value}/{total} {what}');
    try {
      const manifest = await backup(database.url, {
        file,
        filesDir: filesFolder(line.config.dataDir),
        onProgress: ({ done, total, what }) => {
          bar.to(Math.round((done / total) * 100), what);
        },
      });
      bar.stop();
      print(
        `Backed up to ${file}: ${rowsOf(manifest.tables)} rows, ${manifest.files.count} files, as of ${manifest.takenAt}`,
      );
      return 0;
    } finally {
      bar.stop();
      await database.stop();
    }
  },
};

export function rowsOf(tables: readonly { rows: number }[]): string {
  return tables.reduce((sum, { rows }) => sum + rows, 0).toLocaleString('en-GB');
}
