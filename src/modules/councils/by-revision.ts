import type { Tx } from '#platform/db';
import './tables.ts';

/**
 * Keep what is made of a council's current documents for as long as its revision is the same. Each process asks for the
 * revision (one row by its key, or none where the caller has just read it), so a change is seen at once everywhere.
 */
export class ByRevision<T> {
  readonly #make: (tx: Tx, councilId: string) => Promise<T>;
  readonly #kept = new Map<string, { revision: number; made: T }>();

  constructor(make: (tx: Tx, councilId: string) => Promise<T>) {
    this.#make = make;
  }

  async get(tx: Tx, councilId: string, known?: number): Promise<T> {
    // The revision is read before the documents: a change in between is made again, never missed.
    const revision = known ?? (await revisionOf(tx, councilId));
    const kept = this.#kept.get(councilId);
    if (kept?.revision === revision) return kept.made;
    const made = await this.#make(tx, councilId);
    this.#kept.set(councilId, { revision, made });
    return made;
  }
}

async function revisionOf(tx: Tx, councilId: string): Promise<number> {
  const { revision } = await tx
    .selectFrom('councils')
    .select('revision')
    .where('id', '=', councilId)
    .executeTakeFirstOrThrow();
  return revision;
}
