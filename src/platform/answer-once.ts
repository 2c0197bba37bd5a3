import './tables.ts';
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from './clock.ts';
import type { Tx } from './db.ts';

interface Asked {
  councilId: string;
  /** Who asked for what: a key of one program at one address says nothing to another. */
  scope: string;
  /** The sender's own key; undefined: do it each time. */
  key: string | undefined;
  /** What was sent; another body under the same key is refused. */
  body: unknown;
}

type Once<T> = { ok: true; answer: T } | { ok: false; refusal: 'other-body' };

/**
 * Do a write once, however often its sender repeats it: the answer is kept in the write's own transaction, and a second
 * sender waits for the first. A write that throws leaves nothing behind and may be tried again.
 */
export async function answerOnce<T>(
  tx: Tx,
  clock: Clock,
  { councilId, scope, key, body }: Asked,
  work: () => Promise<T>,
): Promise<Once<T>> {
  if (key === undefined) return { ok: true, answer: await work() };
  await sql`select pg_advisory_xact_lock(hashtextextended(${`once:${councilId}:${scope}:${key}`}, 0))`.execute(tx);
  const hash = createHash('sha256')
    .update(JSON.stringify(body ?? null))
    .digest('hex');
  const known = await tx
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'response'])
    .where('council_id', '=', councilId)
    .where('scope', '=', scope)
    .where('key', '=', key)
    .executeTakeFirst();
  if (known) {
    return known.request_hash === hash
      ? { ok: true, answer: known.response as T }
      : { ok: false, refusal: 'other-body' };
  }
  const answer = await work();
  const row = { council_id: councilId, scope, key, at: clock.now(), request_hash: hash };
  await tx
    .insertInto('idempotency_keys')
    .values({ ...row, response: JSON.stringify(answer) })
    .execute();
  return { ok: true, answer };
}
