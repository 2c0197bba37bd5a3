import { expect } from 'vitest';
import { type Council, checkCouncil, type FolderRules, printProblem, readCouncilFolder } from '#modules/folders';

export const RULES: FolderRules = { checkBrand: () => [] };

/** What the check prints for a folder, with the folder itself left out of the paths and without the sum at the end. */
export async function problemsOf(dir: string, rules = RULES): Promise<string[]> {
  const lines: string[] = [];
  const code = await checkCouncil(dir, { print: (line) => lines.push(line.replace(`${dir}/`, '')) }, rules);
  expect(code).toBe(lines.length > 1 ? 1 : 0);
  return lines.slice(0, -1);
}

/** The folder of the demonstration council, which must have no problem. */
export async function readDemonstrationFolder(): Promise<Council> {
  const read = await readCouncilFolder('councils/estuary', RULES);
  if (!read.ok) throw new Error(read.problems.map(printProblem).join('\n'));
  return read.council;
}
