import type { Tx } from '#platform/db';
import './tables.ts';

/**
 * Would somebody be left who may manage staff if this person no longer did? Locks every administrator's row, in one
 * order, so that two who remove each other at once do not both succeed.
 */
export async function keepsAnAdministrator(tx: Tx, councilId: string, without: string): Promise<boolean> {
  const administrators = await tx
    .selectFrom('staff_members')
    .select('id')
    .where('council_id', '=', councilId)
    .where('left_at', 'is', null)
    .where((eb) => eb(eb.val('administrator'), '=', eb.fn.any('roles')))
    .orderBy('id')
    .forUpdate()
    .execute();
  return administrators.every(({ id }) => id !== without) || administrators.length > 1;
}
