import { asOwner } from '#platform/db';
import type { Deps } from '#platform/deps';
import './tables.ts';
import { wakeDestination } from './wake-destination.ts';

/** Across councils, wake every destination with something due: one that was just set up, or whose task was lost. */
export async function sweepHandOvers({ db, clock }: Deps): Promise<void> {
  await asOwner(db, async (tx) => {
    const due = await tx
      .selectFrom('hand_overs')
      .select(['council_id as councilId', 'destination'])
      .distinct()
      .where('state', '=', 'waiting')
      .where('next_at', '<=', clock.now())
      .execute();
    for (const one of due) await wakeDestination(tx, clock, one);
  });
}
