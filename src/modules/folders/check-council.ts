import { printProblem } from './problem.ts';
import { type FolderRules, readCouncilFolder } from './read-council-folder.ts';

/**
 * `frontdoor councils check <folder>`: print every problem of the folder, one a line, or what was found in it.
 *
 * @returns the exit code: 0 only when nothing is wrong
 */
export async function checkCouncil(dir: string, print: (line: string) => void, rules: FolderRules): Promise<0 | 1> {
  const read = await readCouncilFolder(dir, rules);
  if (read.ok) {
    const { profile, services, teams, standards } = read.council;
    print(
      `${profile.name}: nothing is wrong (${services.length} services, ${teams.length} teams, ${standards.length} standards).`,
    );
    return 0;
  }
  for (const problem of read.problems) print(printProblem(problem));
  print(read.problems.length === 1 ? '1 problem.' : `${read.problems.length} problems.`);
  return 1;
}
