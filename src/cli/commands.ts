import { backupCommand } from './backup.ts';
import { benchCommand } from './bench.ts';
import type { Command } from './command.ts';
import { councilsCheckCommand } from './councils-check.ts';
import { councilsLoadCommand } from './councils-load.ts';
import { restoreCommand } from './restore.ts';

/** Everything that can be done at the terminal, in the order in which `--help` lists it. */
export const commands: Command[] = [
  backupCommand,
  restoreCommand,
  councilsCheckCommand,
  councilsLoadCommand,
  benchCommand,
];
