import { nextTick } from 'node:process';
import type { Writable } from 'node:stream';
import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import type { PoolClient, QueryResult } from 'pg';

/** A statement as the database takes it: its text, with a value for each place. */
interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** What one transaction says over its connection, in order; dead once the transaction has ended. */
export class Line {
  readonly #client: PoolClient;
  readonly #opening: string;
  readonly #unanswered: Promise<unknown>[] = [];
  #hasBegun = false;
  #isOpen = true;

  /** @param opening begins the transaction. It rides along with the first statement: one that says nothing costs nothing. */
  constructor(client: PoolClient, opening: string) {
    this.#client = client;
    this.#opening = opening;
  }

  /** Ask, and hear the answer. Throws after the end: else a write that came late would stand outside the transaction. */
  ask({ sql: text, parameters }: Statement): Promise<QueryResult<Record<string, unknown>>> {
    if (!this.#isOpen) throw new Error('this transaction has already ended');
    sendTogether(this.#client);
    this.#begin();
    return this.#client.query({ ...nameOf(text), text, values: [...parameters] });
  }

  /** Say something whose answer nobody needs, and go on. `end` hears whether it was refused. */
  say(statement: Statement): void {
    this.#keep(this.ask(statement));
  }

  /** Commit what was said. Throws what PostgreSQL refused of it: then nothing of it stands. */
  async commit(): Promise<void> {
    this.#isOpen = false;
    if (!this.#hasBegun) return;
    sendTogether(this.#client);
    const committed = this.#client.query('commit');
    await Promise.all([...this.#unanswered, committed]);
    // A transaction that is broken ends so without an error: nobody may be told that it stands.
    if ((await committed).command !== 'COMMIT') throw new Error('the transaction was rolled back');
  }

  /** End a transaction that only asked, without a wait: whether this arrives or not, nothing of it was to stand. */
  leave(): void {
    this.#isOpen = false;
    if (!this.#hasBegun) return;
    sendTogether(this.#client, (then) => setImmediate(then));
    this.#client.query('commit').catch(() => undefined);
  }

  async rollback(): Promise<void> {
    this.#isOpen = false;
    if (!this.#hasBegun) return;
    await this.#client.query('rollback');
  }

  /** What was refused first of all that nobody waited for: each later statement only says that the transaction is broken. */
  async firstRefusal(): Promise<unknown> {
    const heard = await Promise.allSettled(this.#unanswered);
    return heard.find((one) => one.status === 'rejected')?.reason;
  }

  /** If it fails, each statement behind it fails too. */
  #begin(): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    this.#keep(this.#client.query(this.#opening));
  }

  #keep(answer: Promise<unknown>): void {
    answer.catch(() => undefined);
    this.#unanswered.push(answer);
  }
}

const lines = new WeakMap<object, Line>();

/** The connection under a query builder of `kyselyOn`. */
export function lineOf(tx: object): Line {
  const line = lines.get(tx);
  if (!line) throw new Error('this is no transaction');
  return line;
}

/** A query builder that speaks over this line and no other. */
export function kyselyOn<Tables>(line: Line): Kysely<Tables> {
  const connection = {
    query: (sql: string, parameters: readonly unknown[]) => line.ask({ sql, parameters }),
    release: () => undefined,
  } as unknown as PostgresPoolClient;
  const pool = { connect: () => Promise.resolve(connection), end: () => Promise.resolve() };
  const tx = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  lines.set(tx, line);
  return tx;
}

/**
 * Hold what is written to this connection until the current turn of work has run dry, so that statements which do not wait for
 * each other travel in one packet: a page asks the database as often as it must wait, not once for each statement.
 *
 * @param when says when the turn is over; `setImmediate` also waits for whoever takes the connection next
 */
function sendTogether(client: PoolClient, when: (then: () => void) => void = nextTick): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  when(() => {
    stream.uncork();
  });
}

// Every distinct statement is prepared once a connection. Lists of changing length make new texts, so the cache is
// bounded: past it, a statement is planned each time, which is slower and still right.
const MAX_NAMED = 1_000;
const names = new Map<string, string>();

function nameOf(text: string): { name?: string } {
  const known = names.get(text);
  if (known !== undefined) return { name: known };
  if (names.size >= MAX_NAMED) return {};
  const name = `q${names.size}`;
  names.set(text, name);
  return { name };
}
