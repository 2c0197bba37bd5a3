import './tables.ts';
import { sql } from 'kysely';
import type { Clock } from './clock.ts';
import type { Tx } from './db.ts';

export interface RateLimit {
  /** What is counted, and for whom: `sign-in:<hash of the address>`. Never personal data itself. */
  key: string;
  /** As many in one window as are let pass. */
  limit: number;
  windowSeconds: number;
}

export type RateResult = { ok: true } | { ok: false; retryAfterSeconds: number };

/**
 * Count one use in PostgreSQL, so that any number of processes share the count. The window begins with its first use.
 * A refused use is counted too, but does not make the window longer.
 */
export async function countUse(tx: Tx, clock: Clock, councilId: string, limit: RateLimit): Promise<RateResult> {
  const now = clock.now();
  const resetsAt = new Date(now.getTime() + limit.windowSeconds * 1000);
  const row = await tx
    .insertInto('rate_limits')
    .values({ council_id: councilId, key: limit.key, hits: 1, resets_at: resetsAt })
    .onConflict((conflict) =>
      conflict.columns(['council_id', 'key']).doUpdateSet({
        hits: sql<number>`case when rate_limits.resets_at <= ${now} then 1 else rate_limits.hits + 1 end`,
        resets_at: sql<Date>`case when rate_limits.resets_at <= ${now} then ${resetsAt} else rate_limits.resets_at end`,
      }),
    )
    .returning(['hits', 'resets_at'])
    .executeTakeFirstOrThrow();
  if (row.hits === 1) await sweep(tx, now, councilId);
  if (row.hits <= limit.limit) return { ok: true };
  return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil((row.resets_at.getTime() - now.getTime()) / 1000)) };
}

// A new window clears a few that are over: the table stays as small as what is being counted, with no job of its own.
async function sweep(tx: Tx, now: Date, councilId: string): Promise<void> {
  await sql`
    delete from rate_limits where council_id = ${councilId} and key in (
      select key from rate_limits where council_id = ${councilId} and resets_at <= ${now} limit 20 for update skip locked)`.execute(
    tx,
  );
}
