import type { Selectable } from 'kysely';
import type { Database, Tx } from '#platform/db';
import './tables.ts';

export type EvidenceRow = Selectable<Database['evidence']>;

/** One piece of a case; its case is locked first, so that acts on it take their turns. */
export function findEvidence(
  tx: Tx,
  { council_id, id }: { council_id: string; id: string },
  piece: string,
): Promise<EvidenceRow | undefined> {
  return tx
    .selectFrom('evidence')
    .selectAll()
    .where('council_id', '=', council_id)
    .where('case_id', '=', id)
    .where('piece', '=', piece)
    .executeTakeFirst();
}
