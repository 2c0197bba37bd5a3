import type { Tx } from '#platform/db';
import './tables.ts';

/** The pieces that came for the hand-over whose back office asked for this piece; undefined where none did. */
export async function hereForHandOver(
  tx: Tx,
  councilId: string,
  evidenceId: string,
): Promise<{ handOverId: string; names: string[] } | undefined> {
  const rows = await tx
    .selectFrom('evidence as e')
    .innerJoin('evidence as one', (join) =>
      join.onRef('one.council_id', '=', 'e.council_id').onRef('one.hand_over_id', '=', 'e.hand_over_id'),
    )
    .select(['e.hand_over_id as handOverId', 'e.name'])
    .where('e.council_id', '=', councilId)
    .where('one.id', '=', evidenceId)
    .where('e.state', 'in', ['given', 'checked'])
    .orderBy('e.made_at')
    .orderBy('e.id')
    .execute();
  const handOverId = rows[0]?.handOverId;
  return typeof handOverId === 'string' ? { handOverId, names: rows.map(({ name }) => name) } : undefined;
}
