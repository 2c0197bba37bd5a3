import type { Selectable } from 'kysely';
import type { Database, Tx } from '#platform/db';
import './tables.ts';

export type MarkRow = Selectable<Database['contact_marks']>;

/** A mark, locked until the transaction ends, so that two officers who answer it take their turns. */
export function lockMark(tx: Tx, councilId: string, markId: string): Promise<MarkRow | undefined> {
  return tx
    .selectFrom('contact_marks')
    .selectAll()
    .where('council_id', '=', councilId)
    .where('id', '=', markId)
    .forUpdate()
    .executeTakeFirst();
}
