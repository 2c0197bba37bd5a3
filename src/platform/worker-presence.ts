import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { Deps } from './deps.ts';

/** The first of the two numbers of an advisory lock; the second is the hash of a pool's id. */
const PRESENCE_LOCK = 37_670;

const LOOK_EVERY_MS = 5_000;
const TRY_AGAIN_AFTER_MS = 500;

/**
 * Say for as long as `signal` allows that the pool of workers with this id lives, and free the tasks of pools that do
 * not. The queue alone gives back what a killed worker had in hand after four hours. Here each pool holds a lock that
 * ends with the process; tasks of a pool whose lock was missing in two looks, five seconds apart, are free. A pool that
 * lives and lost its connection takes its lock again meanwhile.
 *
 * The connection must be PostgreSQL's own: behind a pooler that hands each transaction another session nothing is freed.
 */
export async function keepPresence({ db, log }: Deps, poolId: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await standAndLook(db.url, poolId, signal);
    } catch (error) {
      log.warn({ err: String(error) }, 'the worker cannot say that it lives, and tries again');
      await pause(TRY_AGAIN_AFTER_MS, signal);
    }
  }
}

/** Hold the lock on a connection of its own and look at the others, until told to end. Throws when the connection is lost. */
async function standAndLook(url: string, poolId: string, signal: AbortSignal): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'frontdoor worker',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  const lost = new AbortController();
  // A connection that ends between two looks must be replaced before others have looked twice.
  client.on('error', () => {
    lost.abort();
  });
  try {
    await client.connect();
    // Shared, because the hashes of two living pools may be the same.
    await client.query('select pg_advisory_lock_shared($1, hashtext($2))', [PRESENCE_LOCK, poolId]);
    let suspects: string[] = [];
    while (!signal.aborted) {
      suspects = await lookAround(client, poolId, suspects);
      await pause(LOOK_EVERY_MS, AbortSignal.any([signal, lost.signal]));
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Free what those have in hand who were missing at the last look and still are. Returns who is missing now. */
async function lookAround(client: pg.Client, poolId: string, suspects: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ missing: string }>(MISSING, [PRESENCE_LOCK, poolId]);
  const missing = rows.map((row) => row.missing);
  const dead = missing.filter((one) => suspects.includes(one));
  if (dead.length > 0) await client.query('select graphile_worker.force_unlock_workers($1)', [dead]);
  return missing;
}

const HELD_LOCK = `
  select from pg_locks
  where locktype = 'advisory' and classid = $1::int and objsubid = 2 and granted
    and database = (select oid from pg_database where datname = current_database())`;

// Who cannot see the own lock on the own session cannot tell who is missing.
const MISSING = `
  select distinct locked_by as missing from graphile_worker.jobs
  where locked_by is not null
    and not exists (${HELD_LOCK} and objid = (hashtext(locked_by)::bigint & 4294967295)::oid)
    and exists (${HELD_LOCK} and objid = (hashtext($2)::bigint & 4294967295)::oid and pid = pg_backend_pid())`;

/** How many workers live, in all processes of this database together. */
export async function livingWorkers({ db }: Deps): Promise<number> {
  const { rows } = await db.pool.query<{ n: number }>(`select count(*) as n from (${HELD_LOCK}) as held`, [
    PRESENCE_LOCK,
  ]);
  return rows[0]?.n ?? 0;
}

/** How many tasks are due and not yet done, and how many failed as often as they may. */
export async function queueLength({ db }: Deps): Promise<{ due: number; givenUp: number }> {
  const { rows } = await db.pool.query<{ due: number; givenUp: number }>(
    `select count(*) filter (where run_at <= now() and attempts < max_attempts) as due,
            count(*) filter (where attempts >= max_attempts and locked_at is null) as "givenUp"
     from graphile_worker.jobs`,
  );
  return rows[0] ?? { due: 0, givenUp: 0 };
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
}
