import { type CommandLine, print } from './command.ts';

interface Imported {
  ok: boolean;
  /** Why the file was not read to its end. */
  message?: string;
  read: number;
  taken: number;
  known: number;
  refused: number;
}

/** Print what became of an imported file, for people or as JSON. Returns the exit code: 0 where it was read to its end. */
export function reportImport({ flags }: CommandLine, result: Imported, sideFile: string): number {
  const { read, taken, known, refused } = result;
  const refusedIn = refused > 0 ? sideFile : null;
  if (flags['json'] === true) print(JSON.stringify({ ...result, refusedIn }));
  else {
    if (result.message !== undefined) print(result.message);
    print(`${read} rows read: ${taken} taken, ${known} in already, ${refused} not taken.`);
    if (refusedIn !== null) print(`The rows that were not taken, with their reasons: ${refusedIn}`);
  }
  return result.ok ? 0 : 1;
}
