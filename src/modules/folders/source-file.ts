import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Problem } from './problem.ts';

export type Path = readonly PropertyKey[];

/** A file of the folder whose values know where they stand. */
export interface SourceFile {
  readonly name: string;
  readonly value: unknown;
  /** What is wrong with its YAML; a file with any has no value worth reading. */
  readonly broken: readonly Problem[];
  /** A problem at the value of this path, or at the nearest thing above it that exists. */
  problemAt(path: Path, problem: string, expected: string): Problem;
}

/**
 * Read YAML, keeping for each value the line and column of its key (of the item itself in a list).
 *
 * @param lineOffset lines of the file that stand before the text, as above the head of a template
 */
export function readYaml(name: string, text: string, lineOffset = 0): SourceFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number, problem: string, expected: string): Problem => {
    const { line, col } = lines.linePos(offset);
    return { file: name, line: Math.max(1, line) + lineOffset, column: Math.max(1, col), problem, expected };
  };
  const broken = document.errors.map((error) => at(error.pos[0], yamlFault(error.message), 'well-formed YAML'));
  return {
    name,
    value: broken.length > 0 ? undefined : (document.toJS() as unknown),
    broken,
    problemAt: (path, problem, expected) => at(offsetOf(document.contents, path), problem, expected),
  };
}

const yamlFault = (message: string): string => message.split('\n')[0]?.replace(/[.:]$/, '') ?? message;

function offsetOf(root: Node | null, path: Path): number {
  let node: unknown = root;
  let offset = 0;
  for (const step of path) {
    const next = child(node, step);
    if (!next) return offset;
    offset = next.offset ?? offset;
    node = next.node;
  }
  return offset;
}

function child(node: unknown, step: PropertyKey): { node: unknown; offset: number | undefined } | null {
  if (isMap(node)) {
    const pair = node.items.find((item) => String(item.key) === String(step));
    return pair ? { node: pair.value, offset: startOf(pair.key) } : null;
  }
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? null : { node: item, offset: startOf(item) };
  }
  return null;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null)?.range?.[0];
}
