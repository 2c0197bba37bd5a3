import type { z } from 'zod';
import { oneOf } from './did-you-mean.ts';
import type { Problem } from './problem.ts';
import { keysOf, schemaAt } from './schema-walk.ts';
import type { Path, SourceFile } from './source-file.ts';

export type Shaped<T> = { value: T; problems: [] } | { value: undefined; problems: Problem[] };

/** The file's value in the shape of the schema, or every way in which it is not. */
export function checkShape<T>(file: SourceFile, schema: z.ZodType<T>): Shaped<T> {
  if (file.broken.length > 0) return { value: undefined, problems: [...file.broken] };
  const parsed = schema.safeParse(file.value);
  if (parsed.success) return { value: parsed.data, problems: [] };
  const problems = parsed.error.issues.flatMap((issue) => problemsOf(file, schema, issue));
  return { value: undefined, problems };
}

type Issue = z.core.$ZodIssue;

function problemsOf(file: SourceFile, schema: z.ZodType, issue: Issue, above: Path = []): Problem[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(file, schema, [...path, key]));
  if (issue.code === 'invalid_union' && issue.errors.length > 0) return unionProblems(file, schema, issue, path);
  const given = schemaAt(schema, file.value, path).value;
  return [file.problemAt(path, whatIsWrong(path, given), whatIsExpected(issue, given))];
}

/** Of the shapes that did not fit, the complaints of the nearest one; "one of two shapes" helps nobody. */
function unionProblems(
  file: SourceFile,
  schema: z.ZodType,
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
): Problem[] {
  const [fewest] = [...issue.errors].sort((one, other) => weight(one) - weight(other));
  return (fewest ?? []).flatMap((inner) => problemsOf(file, schema, inner, path));
}

const weight = (issues: readonly Issue[]): number =>
  issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? 2 * issue.keys.length : 1), 0);

function unknownKey(file: SourceFile, schema: z.ZodType, path: Path): Problem {
  const key = String(path.at(-1));
  const parent = schemaAt(schema, file.value, path.slice(0, -1));
  return file.problemAt(path, `"${key}" is not a key here`, oneOf(key, keysOf(parent.schema, parent.value)));
}

function whatIsWrong(path: Path, given: unknown): string {
  const name = nameOf(path);
  if (given === undefined) return `${name} is missing`;
  if (given === null) return `${name} is empty`;
  if (typeof given === 'object')
    return `${name} is ${Array.isArray(given) ? 'a list that does' : 'a group that does'} not fit`;
  return `${name} ${JSON.stringify(given)} does not fit`;
}

/** The key, with the list that it is in: "questions 3, label". */
function nameOf(path: Path): string {
  if (path.length === 0) return 'the file';
  const words: string[] = [];
  path.forEach((step, index) => {
    if (typeof step === 'number') words.push(`${words.pop() ?? 'item'} ${step + 1}`);
    else if (index >= path.length - 3) words.push(String(step));
  });
  return words.slice(-2).join(', ');
}

function whatIsExpected(issue: Issue, given: unknown): string {
  if (issue.code === 'invalid_type') return TYPE_NAMES[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return oneOf(String(given), issue.values.map(String));
  if (issue.code === 'invalid_union') return discriminators(issue, given);
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  if (issue.code === 'too_small') {
    return issue.origin === 'string' ? 'a text that is not empty' : `at least ${issue.minimum}${unitOf(issue.origin)}`;
  }
  if (issue.code === 'too_big') return customText(issue) ?? `at most ${issue.maximum}${unitOf(issue.origin)}`;
  return issue.message;
}

const TYPE_NAMES: Partial<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
};

const unitOf = (origin: string): string =>
  origin === 'array' ? ' in the list' : origin === 'string' ? ' characters' : '';

const customText = (issue: Issue): string | null => (/^(Too|Invalid)/.test(issue.message) ? null : issue.message);

function discriminators(issue: Extract<Issue, { code: 'invalid_union' }>, given: unknown): string {
  const options = 'options' in issue ? (issue.options ?? []).map(String) : [];
  return options.length > 0 ? oneOf(String(given), options) : 'one of the kinds that are described in docs/how-to';
}
