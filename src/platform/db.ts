import type { Compilable, Kysely } from 'kysely';
import pg from 'pg';
import { isId } from './ids.ts';
import { kyselyOn, Line, lineOf } from './pg-driver.ts';

/** Every table, merged in by the module that owns it (its `tables.ts`). */
// biome-ignore lint/suspicious/noEmptyInterface: modules merge their tables into it
export interface Database {}

/** One open transaction. Only `inCouncil` and `asOwner` make one; it throws when used after its end. */
export type Tx = Kysely<Database>;

export interface Db {
  readonly pool: pg.Pool;
  readonly url: string;
}

interface DbOptions {
  url: string;
  /** Connections at most; keep the sum over processes under the server's `max_connections`. */
  max?: number;
  onIdleError?: (error: Error) => void;
}

/** Requests that may wait for a connection. Whoever comes after them is told at once to try again. */
const MOST_WAITING = 500;

export function openDb({ url, max = 10, onIdleError = () => undefined }: DbOptions): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    // As long as a person waits for a page, since it counts for the wait in the queue too: 200 at once must get through.
    connectionTimeoutMillis: 20_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 20_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'frontdoor',
    types: { getTypeParser },
    // What is asked without waiting for the answer before goes out at once: `begin` rides along with the first question.
    pipeline: true,
  });
  // A server that restarts ends idle connections; without a listener that would end the process too.
  pool.on('error', onIdleError);
  pool.on('connect', (client) => client.on('error', onIdleError));
  return { pool, url };
}

export async function closeDb(db: Db): Promise<void> {
  await db.pool.end();
}

/**
 * Run `work` in one transaction as a request of one council: the role without owner's rights, and row-level security
 * that shows this council alone. Commits when `work` returns, rolls back when it throws.
 */
export function inCouncil<T>(db: Db, councilId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(db, `begin; ${asRequestOf(councilId)}`, work, (line) => line.commit());
}

/** Run `work` as the owner, across councils: migrations, loading a council, back-up, the round of the worker. */
export function asOwner<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(db, 'begin', work, (line) => line.commit());
}

/**
 * As `inCouncil`, for `work` that only asks: PostgreSQL refuses every write in it, so nobody waits for its end. Where
 * nothing in it waits for something else, it costs one round trip in all.
 */
export function askCouncil<T>(db: Db, councilId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(db, `begin read only; ${asRequestOf(councilId)}`, work, leave);
}

/** As `asOwner`, for `work` that only asks. */
export function askAsOwner<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(db, 'begin read only', work, leave);
}

function leave(line: Line): void {
  line.leave();
}

/**
 * Send a write whose answer nobody needs, and go on: it travels with the next statement. Refused, it fails the whole
 * transaction with its own error, so nothing is said to be done that is not.
 */
export function send(tx: Tx, write: Compilable): void {
  lineOf(tx).say(write.compile());
}

function asRequestOf(councilId: string): string {
  // The id stands inside the text so that one round trip opens the transaction: it must be an id and nothing else.
  if (!isId(councilId)) throw new Error('a council id is needed to open a transaction');
  return `set local role frontdoor_app; set local app.council_id = '${councilId}'`;
}

async function transact<T>(
  db: Db,
  opening: string,
  work: (tx: Tx) => Promise<T>,
  end: (line: Line) => Promise<void> | void,
): Promise<T> {
  if (db.pool.waitingCount >= MOST_WAITING) throw new TooBusyError();
  const client = await db.pool.connect();
  const line = new Line(client, opening);
  let broken: Error | undefined;
  try {
    const result = await work(kyselyOn<Database>(line));
    await end(line);
    return result;
  } catch (error) {
    // A connection that cannot even roll back is thrown away, never returned to the pool half-open.
    await line.rollback().catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error(String(failure));
    });
    throw blamed((await line.firstRefusal()) ?? error);
  } finally {
    client.release(broken);
  }
}

/**
 * A character that PostgreSQL keeps nowhere (U+0000, half of a pair) came from whoever asked, in an address, a form or
 * JSON: every door answers an error that carries this status as one of theirs.
 */
function blamed(error: unknown): unknown {
  const isUnstorable = error instanceof Error && 'code' in error && UNSTORABLE.includes(String(error.code));
  return isUnstorable ? Object.assign(error, { statusCode: 400 }) : error;
}

const UNSTORABLE = ['22021', '22P05'];

const INT8 = 20;
const DATE = 1082;

// UPRNs and counts fit a number; a calendar date stays text, since it has no zone.
function getTypeParser(oid: number): (value: string) => unknown {
  if (oid === INT8) return Number;
  if (oid === DATE) return (value) => value;
  return builtInParser(oid);
}

const builtInParser = pg.types.getTypeParser as (oid: number) => (value: string) => unknown;

/** So many wait for a connection that one more would only wait in vain. */
class TooBusyError extends Error {
  constructor() {
    super(`more than ${String(MOST_WAITING)} requests wait for a database connection`);
    this.name = 'TooBusyError';
  }
}

/** True for errors that mean "the database is away, or too busy", after which the same request may be tried again. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof TooBusyError) return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(08|57P0|53)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'].includes(code)) return true;
  return (
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect|client has encountered a connection error/i.test(
      error.message,
    )
  );
}
