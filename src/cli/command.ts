import { parseArgs } from 'node:util';
import type { Config } from '#config';

/** What went wrong in a way that the person at the terminal can put right: printed as it is, exit code 1. */
export class UsageError extends Error {}

export interface CommandLine {
  /** What stands after the command's own words. */
  positionals: string[];
  flags: Record<string, string | boolean | undefined>;
  config: Config;
}

export interface Command {
  /** As typed: `import requests`. */
  name: string;
  /** What follows the name: `<file> [--json]`. */
  usage: string;
  summary: string;
  /** Longer words for `--help`. */
  help?: string;
  flags?: Record<string, { type: 'string' | 'boolean' }>;
  /** Answers the exit code: 0 only when what was asked has been done. */
  run(line: CommandLine): Promise<number>;
}

/** Read what was typed after a command's name. Throws `UsageError` for a flag that the command does not have. */
export function readLine(command: Command, rest: string[], config: Config): CommandLine {
  try {
    const { values, positionals } = parseArgs({ args: rest, options: command.flags ?? {}, allowPositionals: true });
    return { positionals, flags: values, config };
  } catch (error) {
    throw new UsageError(
      `${error instanceof Error ? error.message : String(error)}\nUsage: frontdoor ${command.name} ${command.usage}`,
    );
  }
}

export function textFlag({ flags }: CommandLine, name: string): string | undefined {
  const value = flags[name];
  return typeof value === 'string' ? value : undefined;
}

/** A positional that must be there. */
export function required(line: CommandLine, index: number, what: string): string {
  const value = line.positionals[index];
  if (value === undefined) throw new UsageError(`Say ${what}.`);
  return value;
}

export const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
