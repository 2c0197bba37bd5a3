import type { Tx } from '#platform/db';
import './tables.ts';

/** Somebody who works here now, by short name. */
export function staffOfSlug(
  tx: Tx,
  councilId: string,
  slug: string,
): Promise<{ id: string; name: string } | undefined> {
  return tx
    .selectFrom('staff_members')
    .select(['id', 'name'])
    .where('council_id', '=', councilId)
    .where('slug', '=', slug)
    .where('left_at', 'is', null)
    .executeTakeFirst();
}
