import { readConfig } from '#config';
import { type Command, print, readLine, UsageError } from './command.ts';
import { commands } from './commands.ts';

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});

async function main(args: string[]): Promise<number> {
  const command = commands.find(({ name }) => `${args.join(' ')} `.startsWith(`${name} `));
  if (!command) return overview(args);
  const rest = args.slice(command.name.split(' ').length);
  if (rest.includes('--help')) return help(command);
  const read = readConfig();
  if (!read.ok) throw new UsageError(read.problems.join('\n'));
  return command.run(readLine(command, rest, read.config));
}

function overview(args: string[]): number {
  const asked = args.length === 0 || args.includes('--help');
  if (!asked) process.stderr.write(`There is no command "${args.join(' ')}".\n`);
  const width = Math.max(...commands.map(({ name }) => name.length));
  print('Usage: frontdoor <command>\n');
  for (const { name, summary } of commands) print(`  ${name.padEnd(width)}  ${summary}`);
  print('\n--help after a command says more.');
  return asked ? 0 : 1;
}

function help({ name, usage, summary, help: more }: Command): number {
  print(`${summary}\n\nUsage: frontdoor ${name} ${usage}${more ? `\n\n${more}` : ''}`);
  return 0;
}
