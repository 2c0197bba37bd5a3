import type { Tx } from '#platform/db';
import { prepared } from '#platform/prepared';
import './tables.ts';

/**
 * Keep what is made of a council's current documents for as long as its revision is the same. Each transaction asks for
 * the revision (one row by its key, or none where the caller has just read it), so a change is seen at once everywhere.
 */
export class ByRevision<T> {
  readonly #make: (tx: Tx, councilId: string) => Promise<T>;
  readonly #kept = new Map<string, { revision: number; made: T }>();

  constructor(make: (tx: Tx, councilId: string) => Promise<T>) {
    this.#make = make;
  }

  async get(tx: Tx, councilId: string, known?: number): Promise<T> {
    // The revision is read before the documents: a change in between is made again, never missed.
    const revision = await revisionIn(tx, councilId, known);
    const kept = this.#kept.get(councilId);
    if (kept?.revision === revision) return kept.made;
    const made = await this.#make(tx, councilId);
    this.#kept.set(councilId, { revision, made });
    return made;
  }
}

// One transaction sees one revision, and asks once: an act that looks at the configuration in five places waits once.
const seen = new WeakMap<Tx, Map<string, Promise<number>>>();

function revisionIn(tx: Tx, councilId: string, known?: number): Promise<number> {
  const revisions = seen.get(tx) ?? new Map<string, Promise<number>>();
  const revision =
    revisions.get(councilId) ?? (known === undefined ? revisionOf(tx, councilId) : Promise.resolve(known));
  seen.set(tx, revisions.set(councilId, revision));
  return revision;
}

/** For whoever has just changed the configuration: the rest of the transaction sees it. */
export function forgetRevision(tx: Tx): void {
  seen.delete(tx);
}

async function revisionOf(tx: Tx, councilId: string): Promise<number> {
  const row = await selectRevision.first(tx, { councilId });
  if (!row) throw new Error('there is no such council');
  return row.revision;
}

const selectRevision = prepared((tx, { councilId }: { councilId: string }) =>
  tx.selectFrom('councils').select('revision').where('id', '=', councilId),
);
