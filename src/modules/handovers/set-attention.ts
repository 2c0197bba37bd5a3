import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import './tables.ts';

/** Have a person look, and say why; null when somebody has. */
export async function setAttention(
  tx: Tx,
  clock: Clock,
  { council_id, id }: { council_id: string; id: string },
  attention: string | null,
): Promise<void> {
  await tx
    .updateTable('hand_overs')
    .set({ attention, updated_at: clock.now() })
    .where('council_id', '=', council_id)
    .where('id', '=', id)
    .execute();
}
