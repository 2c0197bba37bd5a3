import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Proof {
  fault: string;
  file: string;
  title: string;
}

const ROW = /^\| (?<fault>[^|]+) \| [^|]+ \| `(?<file>[^`]+)`: (?<title>[^|]+) \|$/;
const lines = readFileSync('docs/faults.md', 'utf8').split('\n');
const rows = lines.filter((line) => line.startsWith('| ') && !/^\| (fault|---) /.test(line));

test('every fault in the table names a test that stands in its file under that title', () => {
  const proofs = rows.map(proofOf);
  expect(proofs.length).toBeGreaterThan(45);
  expect(proofs.filter((proof) => !stands(proof))).toEqual([]);
});

test('no fault stands in the table twice under one head', () => {
  const keys = rows.map((row) => `${headOf(row)}: ${proofOf(row).fault}`);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

function proofOf(row: string): Proof {
  const { fault = '', file = '', title = '' } = ROW.exec(row)?.groups ?? {};
  if (fault === '') throw new Error(`this row names no test: ${row}`);
  return { fault, file, title };
}

/** As the name of a test, and not in a remark: between quotes, after `test(` or as the name of an `each`. */
function stands({ file, title }: Proof): boolean {
  if (!existsSync(file)) return false;
  const text = readFileSync(file, 'utf8');
  return [`'${title}'`, `"${title}"`, `\`${title}\``].some((name) => /^,\s/.test(text.split(name)[1] ?? ''));
}

const headOf = (row: string): string =>
  lines.slice(0, lines.indexOf(row)).findLast((line) => line.startsWith('## ')) ?? '';
