import { backupCommand } from './backup.ts';
import type { Command } from './command.ts';
import { restoreCommand } from './restore.ts';

/** Everything that can be done at the terminal, in the order in which `--help` lists it. */
export const commands: Command[] = [backupCommand, restoreCommand];
