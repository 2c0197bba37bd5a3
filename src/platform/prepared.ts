import type { CompiledQuery } from 'kysely';
import type { Tx } from './db.ts';
import { lineOf } from './pg-driver.ts';

type Values = Readonly<Record<string, unknown>>;

/** A query of the builder, or one written out with `sql`. */
interface Built<Row> {
  compile(tx: Tx): CompiledQuery<Row>;
}

/**
 * A statement that is built once and said often: Kysely writes its text the first time, with a place for each of the
 * values, and from then on only the values are filled in. For what nearly every request says; building took a tenth of
 * its time.
 *
 * @param build gets each value's place in the shape of the value itself. It hands them on to the query and does nothing
 *   else with them; the text must be the same whatever they are, so a list is `= any(${list})`, never `in`.
 */
export function prepared<Asked extends object, Row>(build: (tx: Tx, asked: Asked) => Built<Row>): Prepared<Asked, Row> {
  return new Prepared(build);
}

class Prepared<Asked extends object, Row> {
  readonly #build: (tx: Tx, asked: Asked) => Built<Row>;
  #text: CompiledQuery<Row> | undefined;

  constructor(build: (tx: Tx, asked: Asked) => Built<Row>) {
    this.#build = build;
  }

  async all(tx: Tx, asked: Asked): Promise<Row[]> {
    const { rows } = await lineOf(tx).ask(this.#filled(tx, asked));
    return rows as Row[];
  }

  async first(tx: Tx, asked: Asked): Promise<Row | undefined> {
    return (await this.all(tx, asked))[0];
  }

  /** As a write whose answer nobody needs (see `send` of `#platform/db`). */
  send(tx: Tx, asked: Asked): void {
    lineOf(tx).say(this.#filled(tx, asked));
  }

  #filled(tx: Tx, asked: Asked) {
    this.#text ??= this.#build(tx, PLACES as Asked).compile(tx);
    const { sql, parameters } = this.#text;
    const values = asked as Values;
    return { sql, parameters: parameters.map((one) => (one instanceof Place ? values[one.name] : one)) };
  }
}

/** Stands for a value while the text is built. */
class Place {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

const PLACES = new Proxy({}, { get: (_none, name) => new Place(String(name)) });
