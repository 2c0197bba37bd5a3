import './tables.ts';
import type { Clock } from './clock.ts';
import type { Tx } from './db.ts';

/** A program that tries again does so within a day; the answer that it was given may name somebody. */
const KEY_HOURS = 48;

/** Forget answers kept for programs that call twice, and counts whose window is over. Returns how many of each. */
export async function forgetKeys(tx: Tx, clock: Clock, councilId: string): Promise<{ keys: number; limits: number }> {
  const before = new Date(clock.now().getTime() - KEY_HOURS * 3_600_000);
  const keys = await tx
    .deleteFrom('idempotency_keys')
    .where('council_id', '=', councilId)
    .where('at', '<', before)
    .executeTakeFirst();
  const limits = await tx
    .deleteFrom('rate_limits')
    .where('council_id', '=', councilId)
    .where('resets_at', '<=', clock.now())
    .executeTakeFirst();
  return { keys: Number(keys.numDeletedRows), limits: Number(limits.numDeletedRows) };
}
