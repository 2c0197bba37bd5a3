import type { Clock } from '#platform/clock';
import { type Db, inCouncil } from '#platform/db';
import { type AuditFilter, type AuditRow, auditRows } from './audit-search.ts';

const HEAD = ['at', 'who', 'kind of actor', 'act or read', 'act', 'subject', 'subject id', 'purpose', 'detail'];
const AT_A_TIME = 1_000;

interface Export {
  councilId: string;
  filter: AuditFilter;
}

/** All entries that a search finds, as lines of CSV, a thousand at a time: as large as it gets, memory stays small. */
export async function* auditCsv(db: Db, clock: Clock, { councilId, filter }: Export): AsyncGenerator<string> {
  yield line(HEAD);
  // What is written later, while the export runs is not part of it.
  const fixed = { ...filter, before: filter.before ?? new Date(clock.now().getTime() + 1) };
  let after: { at: Date; id: string } | undefined;
  for (;;) {
    const rows = await inCouncil(db, councilId, (tx) => auditRows(tx, councilId, fixed, { after, limit: AT_A_TIME }));
    yield rows.map(rowLine).join('');
    after = rows.at(-1);
    if (rows.length < AT_A_TIME) return;
  }
}

function rowLine(row: AuditRow): string {
  return line([
    row.at.toISOString(),
    row.actorName,
    row.actorType,
    row.kind,
    row.act,
    row.subjectType,
    row.subjectId ?? '',
    row.purpose ?? '',
    JSON.stringify(row.detail),
  ]);
}

function line(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

// A cell that begins like a formula would be run by a spreadsheet (OWASP, CSV injection).
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
