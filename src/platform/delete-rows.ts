import { sql } from 'kysely';
import type { Tx } from './db.ts';

/** How many rows went, by table. */
export type Counts = Record<string, number>;

interface RowsOf {
  table: string;
  councilId: string;
  /** A uuid column; its rows with one of `ids` go. */
  column: string;
  ids: readonly string[];
}

/** Delete rows of one council for good. Retention alone does so: everything else stamps. @returns how many went. */
export async function deleteRows(tx: Tx, { table, councilId, column, ids }: RowsOf): Promise<number> {
  if (ids.length === 0) return 0;
  const { numAffectedRows } = await sql`delete from ${sql.table(table)}
    where council_id = ${councilId} and ${sql.ref(column)} = any(${[...ids]}::uuid[])`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** Delete from several tables in this order, each by one column. */
export async function deleteInOrder(
  tx: Tx,
  councilId: string,
  steps: readonly (readonly [table: string, column: string, ids: readonly string[]])[],
): Promise<Counts> {
  const counts: Counts = {};
  for (const [table, column, ids] of steps) {
    counts[table] = (counts[table] ?? 0) + (await deleteRows(tx, { table, councilId, column, ids }));
  }
  return counts;
}

/** Add counts up, table by table; tables that lost nothing are left out. */
export function sumCounts(...all: readonly Counts[]): Counts {
  const sum: Counts = {};
  for (const [table, count] of all.flatMap((counts) => Object.entries(counts))) {
    if (count > 0) sum[table] = (sum[table] ?? 0) + count;
  }
  return sum;
}
