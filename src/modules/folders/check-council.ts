import type { Council } from './council.ts';
import { printProblem } from './problem.ts';
import { type FolderRules, readCouncilFolder } from './read-council-folder.ts';

interface Printing {
  print: (line: string) => void;
  /** One JSON document for a machine, in place of lines for a person. */
  asJson?: boolean;
}

/**
 * `frontdoor councils check <folder>`: print every problem of the folder, one a line, or what was found in it.
 *
 * @returns the exit code: 0 only when nothing is wrong
 */
export async function checkCouncil(
  dir: string,
  { print, asJson = false }: Printing,
  rules: FolderRules,
): Promise<0 | 1> {
  const read = await readCouncilFolder(dir, rules);
  if (asJson) print(JSON.stringify(read.ok ? { ok: true, ...found(read.council), problems: [] } : read, null, 2));
  else if (read.ok) print(inWords(found(read.council)));
  else {
    for (const problem of read.problems) print(printProblem(problem));
    print(read.problems.length === 1 ? '1 problem.' : `${read.problems.length} problems.`);
  }
  return read.ok ? 0 : 1;
}

function found({ profile, services, teams, standards }: Council) {
  return { council: profile.name, services: services.length, teams: teams.length, standards: standards.length };
}

function inWords({ council, services, teams, standards }: ReturnType<typeof found>): string {
  return `${council}: nothing is wrong (${services} services, ${teams} teams, ${standards} standards).`;
}
