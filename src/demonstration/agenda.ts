import type { Tx } from '#platform/db';

type Act = (tx: Tx) => Promise<void>;

/** What will happen, in order of time. What happens may put more on it; what lies past its end never happens. */
export class Agenda {
  readonly #end: Date;
  #acts: { at: Date; act: Act }[] = [];

  constructor(end: Date) {
    this.#end = end;
  }

  at(at: Date, act: Act): void {
    if (at < this.#end) this.#acts.push({ at, act });
  }

  get isEmpty(): boolean {
    return this.#acts.length === 0;
  }

  /** Take the earliest act before this instant. */
  takeBefore(before: Date): { at: Date; act: Act } | undefined {
    let first: { at: Date; act: Act } | undefined;
    for (const one of this.#acts) if (one.at < before && (!first || one.at < first.at)) first = one;
    this.#acts = this.#acts.filter((one) => one !== first);
    return first;
  }
}
