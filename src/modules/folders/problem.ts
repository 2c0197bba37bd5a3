/** Something wrong in a council's folder: where it stands, what is wrong, and what would be right. */
export interface Problem {
  /** Path as the reader would type it: `councils/estuary/services/pothole.yaml`. */
  readonly file: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  readonly problem: string;
  readonly expected: string;
}

/** One line, in the form that editors turn into a link. */
export function printProblem({ file, line, column, problem, expected }: Problem): string {
  return `${file}:${line}:${column} ${problem}: expected ${expected}`;
}

/** By file, then down the page. */
export function byPlace(one: Problem, other: Problem): number {
  return one.file.localeCompare(other.file) || one.line - other.line || one.column - other.column;
}
