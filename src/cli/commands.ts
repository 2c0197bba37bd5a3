import { backupCommand } from './backup.ts';
import { benchCommand } from './bench.ts';
import type { Command } from './command.ts';
import { councilsCheckCommand } from './councils-check.ts';
import { councilsLoadCommand } from './councils-load.ts';
import { exportJobsCommand } from './export-jobs.ts';
import { importJobFeedbackCommand } from './import-job-feedback.ts';
import { importGazetteerCommand, importRoundStatesCommand } from './import-places.ts';
import { importRequestsCommand } from './import-requests.ts';
import { journeysCommand } from './journeys.ts';
import { restoreCommand } from './restore.ts';
import { staffAddCommand } from './staff-add.ts';
import { tokenCreateCommand } from './token-create.ts';

/** Everything that can be done at the terminal, in the order in which `--help` lists it. */
export const commands: Command[] = [
  backupCommand,
  restoreCommand,
  councilsCheckCommand,
  councilsLoadCommand,
  staffAddCommand,
  tokenCreateCommand,
  importRequestsCommand,
  importJobFeedbackCommand,
  exportJobsCommand,
  importGazetteerCommand,
  importRoundStatesCommand,
  benchCommand,
  journeysCommand,
];
