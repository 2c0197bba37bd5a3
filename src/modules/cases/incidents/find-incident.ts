import type { Selectable } from 'kysely';
import type { Database, Tx } from '#platform/db';
import { isId, readReference } from '#platform/ids';
import '../tables.ts';

export type IncidentRow = Selectable<Database['incidents']>;

/** An incident by its id or by its reference as somebody typed it, locked until the transaction ends. */
export async function findIncident(tx: Tx, councilId: string, named: string): Promise<IncidentRow | undefined> {
  const query = tx.selectFrom('incidents').selectAll().where('council_id', '=', councilId).forUpdate();
  if (isId(named)) return query.where('id', '=', named).executeTakeFirst();
  const reference = readReference(named);
  return reference === null ? undefined : query.where('reference', '=', reference).executeTakeFirst();
}
