import pg from 'pg';
import type { Deps } from './deps.ts';

interface Presence {
  /** Say that the pool of workers with this id, under which the queue notes what is in hand, lives. */
  hold(poolId: string): void;
  /** Settles when the connection is gone, and with it what it said. */
  lost: Promise<void>;
  close(): Promise<void>;
}

/** The first of the two numbers of an advisory lock; the second is the hash of a pool's id. */
const LOCK_CLASS = 37_670;
const SWEEP_EVERY_MS = 5_000;

/**
 * Show other processes which workers live, and free the tasks of those that do not. The queue alone gives a task that a
 * killed worker had in hand back after four hours; a lock that ends with the worker's connection says it at once.
 *
 * @throws when the database does not answer.
 */
export async function showPresence({ db, log }: Deps): Promise<Presence> {
  const client = new pg.Client({
    connectionString: db.url,
    application_name: 'frontdoor worker',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  const lost = new Promise<void>((resolve) => {
    client.once('error', () => {
      resolve();
    });
    client.once('end', resolve);
  });
  client.on('error', (error) => {
    log.warn({ err: error.message }, "the worker's own connection ended");
  });
  await client.connect();
  const run = (text: string, values: unknown[]): void => {
    // A connection that fails says so by itself, and ends the turn.
    client.query(text, values).catch((error: unknown) => {
      log.warn({ err: String(error) }, 'what other workers hold could not be looked at');
    });
  };
  const sweep = setInterval(() => {
    run(FREE_TASKS_OF_THE_DEAD, [LOCK_CLASS]);
  }, SWEEP_EVERY_MS);
  const hold = (poolId: string): void => {
    run('select pg_advisory_lock($1, hashtext($2))', [LOCK_CLASS, poolId]);
  };
  const close = async (): Promise<void> => {
    clearInterval(sweep);
    await client.end().catch(() => undefined);
  };
  return { hold, lost, close };
}

// The ten seconds are for a worker that has taken its first task and is still taking its lock.
const FREE_TASKS_OF_THE_DEAD = `
  select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
  from graphile_worker.jobs
  where locked_at < now() - interval '10 seconds'
    and not exists (
      select from pg_locks
      where locktype = 'advisory' and classid = $1::int and objsubid = 2
        and database = (select oid from pg_database where datname = current_database())
        and objid = (hashtext(locked_by)::bigint & 4294967295)::oid
    )
  having count(*) > 0`;
