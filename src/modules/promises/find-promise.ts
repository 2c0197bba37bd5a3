import type { Selectable } from 'kysely';
import type { Database, Tx } from '#platform/db';
import './tables.ts';

export type PromiseRow = Selectable<Database['promises']>;

/** A promise, locked until the transaction ends, so that two acts on it take their turns. */
export async function findPromise(tx: Tx, councilId: string, promiseId: string): Promise<PromiseRow | undefined> {
  return tx
    .selectFrom('promises')
    .selectAll()
    .where('council_id', '=', councilId)
    .where('id', '=', promiseId)
    .forUpdate()
    .executeTakeFirst();
}
