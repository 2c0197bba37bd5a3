import type { Writable } from 'node:stream';

interface RefusedRow {
  line: number;
  reason: string;
  /** What tells the row from the others: its UPRN or id, or its first characters. */
  what: string;
}

/** Write down a row that could not be taken, with its reason: nothing is lost and nobody has to guess. */
export function refuseRow(sideFile: Writable, { line, reason, what }: RefusedRow): void {
  sideFile.write(`${line},${quoted(reason)},${quoted(what)}\n`);
}

// A spreadsheet takes a text that begins with one of these for a formula.
const FORMULA = /^[=+\-@\t\r]/;

function quoted(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
