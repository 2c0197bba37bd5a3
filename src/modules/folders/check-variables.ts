import { variablesIn } from '#modules/councils';
import { oneOf } from './did-you-mean.ts';
import type { Problem } from './problem.ts';
import type { Path, SourceFile } from './source-file.ts';

/** A `{{name}}` that nobody fills in would be read out or sent as it stands. */
export function unknownVariables(source: SourceFile, text: string, path: Path, known: readonly string[]): Problem[] {
  return variablesIn(text)
    .filter(({ name }) => !known.includes(name))
    .map(({ name }) => source.problemAt(path, `{{${name}}} is not known`, oneOf(name, known)));
}
