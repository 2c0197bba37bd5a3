import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { AccountActor } from './actor.ts';
import './tables.ts';

/** Somebody did for themselves what they would have called about: after help with the account, that is what it was for. */
export async function noteAct(tx: Tx, clock: Clock, { councilId, id }: AccountActor): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ first_act_at: clock.now() })
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .where('first_act_at', 'is', null)
    .execute();
}
