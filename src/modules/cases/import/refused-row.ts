import type { CsvRow } from './csv-rows.ts';

/** The first line of a side file: where, why, and the file's own columns. */
export function refusedHeader(header: readonly string[]): string {
  return lineOf(['line', 'reason', ...header]);
}

/** A row as it came, with its line and the reason. */
export function refusedRow({ line, values }: CsvRow, reason: string): string {
  return lineOf([String(line), reason, ...values]);
}

function lineOf(fields: readonly string[]): string {
  return `${fields.map((field) => (/[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')}\n`;
}
