import type { Tx } from '#platform/db';
import { readReference } from '#platform/ids';

/** What a typed reference stands for: a case or an incident. */
export async function subjectsOf(tx: Tx, councilId: string, typed: string): Promise<string[]> {
  const reference = readReference(typed);
  if (reference === null) return [];
  const cases = tx
    .selectFrom('cases')
    .select('id')
    .where('council_id', '=', councilId)
    .where('reference', '=', reference);
  const found = await cases
    .union(
      tx.selectFrom('incidents').select('id').where('council_id', '=', councilId).where('reference', '=', reference),
    )
    .execute();
  return found.map(({ id }) => id);
}
