import { sql } from 'kysely';
import type { RetentionRule } from '#modules/councils';
import type { Tx } from '#platform/db';
import { CANDIDATES } from './due-records.ts';
import { heldTables } from './held.ts';

/** The instant before which a record's moment must lie for its rule to have run out. */
function cutOff(now: Date, { keep: { count, unit } }: Pick<RetentionRule, 'keep'>): Date {
  const at = new Date(now);
  if (unit === 'days') at.setUTCDate(at.getUTCDate() - count);
  // The 31st, so many months ago, can be a day that was not: then the last of that month, never a day later.
  else addMonths(at, unit === 'years' ? -12 * count : -count);
  return at;
}

export interface DueCount {
  due: number;
  oldest: Date | null;
  newest: Date | null;
  /** Due but kept, because a legal hold reaches them. */
  held: number;
}

/** How much one rule would take now, and from when. Changes nothing. */
export async function countDue(tx: Tx, councilId: string, rule: RetentionRule, now: Date): Promise<DueCount> {
  const { rows } = await sql<DueCount>`with ${heldTables(councilId)}
    select count(*) filter (where not is_held) as due, min(at) filter (where not is_held) as oldest,
      max(at) filter (where not is_held) as newest, count(*) filter (where is_held) as held
    from (${CANDIDATES[rule.record](councilId, rule.from)}) r where r.at < ${cutOff(now, rule)}`.execute(tx);
  return rows[0] ?? { due: 0, oldest: null, newest: null, held: 0 };
}

/** The next so many records that one rule takes, oldest first; what a hold reaches is not among them. */
export async function nextDue(
  tx: Tx,
  councilId: string,
  rule: RetentionRule,
  { now, most }: { now: Date; most: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`with ${heldTables(councilId)}
    select id from (${CANDIDATES[rule.record](councilId, rule.from)}) r
    where r.at < ${cutOff(now, rule)} and not coalesce(is_held, false) order by r.at, r.id limit ${most}`.execute(tx);
  return rows.map(({ id }) => id);
}

function addMonths(at: Date, months: number): void {
  const day = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(day, lastDay));
}
